package io.upswing.cli.demo;

import io.upswing.app.UpswingApp;
import io.upswing.app.config.AppConfig;
import io.upswing.app.config.ConfigLoader;
import io.upswing.embedded.EmbeddedStack;
import io.upswing.embedded.StackOptions;
import io.upswing.producers.csv.Mapping;
import io.upswing.schemas.topics.TopicAdmin;
import io.upswing.schemas.topics.TopicCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;

/** Broker, registry and app in this process, as small as they go. */
final class DemoStack implements AutoCloseable {
    // One task a stage and partition, each with stores of its own: two show that partitions work, and start fast.
    private static final String PARTITIONS = "2";
    private static final String THREADS = "2";

    private final EmbeddedStack servers;
    private final AppConfig config;
    private final UpswingApp app;

    private DemoStack(EmbeddedStack servers, AppConfig config, UpswingApp app) {
        this.servers = servers;
        this.config = config;
        this.app = app;
    }

    /** Starts the servers, makes the topics, starts the app; returns without waiting for its tasks. */
    static DemoStack start(DemoSettings settings, DemoDirectory directory, Mapping mapping) {
        EmbeddedStack servers = EmbeddedStack.start(
                StackOptions.in(directory.broker()).onPorts(settings.kafkaPort(), settings.registryPort()));
        try {
            AppConfig config = config(settings, directory, mapping, servers);
            createTopics(config);
            return new DemoStack(servers, config, UpswingApp.start(config, List.of()));
        } catch (RuntimeException e) {
            servers.close();
            throw e;
        }
    }

    String bootstrapServers() {
        return servers.bootstrapServers();
    }

    String registryUrl() {
        return servers.registryUrl();
    }

    String apiUrl() {
        return app.url();
    }

    AppConfig config() {
        return config;
    }

    @Override
    public void close() {
        try {
            app.close();
        } finally {
            servers.close();
        }
    }

    /** By way of a file, so that the other commands can be pointed at the demo. */
    private static AppConfig config(
            DemoSettings settings, DemoDirectory directory, Mapping mapping, EmbeddedStack servers) {
        Map<String, String> config = new TreeMap<>();
        config.put("kafka.bootstrap.servers", servers.bootstrapServers());
        // A batch refused while the last commit completes takes those behind it along, and all go out again.
        config.put("kafka.producer.max.in.flight.requests.per.connection", "1");
        config.put("schema.registry.url", servers.registryUrl());
        config.put("time-zone", mapping.zone().getId());
        config.put("reporting-currency", mapping.currency());
        config.put("working-week", "mon,tue,wed,thu,fri");
        config.put("holidays", "none");
        config.put("topics.partitions", PARTITIONS);
        config.put("topics.replication-factor", "1");
        config.put("clock.enabled", "false");
        config.put("stream.threads", THREADS);
        config.put("state-dir", directory.state().toString());
        config.put("http.port", Integer.toString(settings.httpPort()));
        write(directory.config(), config);
        return ConfigLoader.load(List.of(directory.config()), Map.of(), Map.of());
    }

    private static void write(Path file, Map<String, String> config) {
        String lines = config.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue().replace("\\", "\\\\"))
                .collect(Collectors.joining("\n", "# The demo's configuration, for other commands: --config\n", "\n"));
        try {
            Files.writeString(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException("can't write " + file + ": " + e, e);
        }
    }

    private static void createTopics(AppConfig config) {
        try (TopicCatalogue catalogue = config.catalogue();
                Admin admin = Admin.create(config.adminConfig())) {
            new TopicAdmin(admin).create(catalogue, config.topics().replicationFactor());
        }
    }
}
