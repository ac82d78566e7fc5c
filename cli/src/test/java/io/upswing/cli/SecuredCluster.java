package io.upswing.cli;

import io.upswing.app.config.AppConfig;
import io.upswing.app.config.ConfigLoader;
import io.upswing.embedded.EmbeddedKafka;
import io.upswing.embedded.EmbeddedRegistry;
import io.upswing.embedded.KafkaOptions;
import io.upswing.embedded.KafkaSecurity;
import io.upswing.embedded.RegistryOptions;
import io.upswing.embedded.RegistrySecurity;
import io.upswing.embedded.TlsIdentity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;

/** A broker that lets in only whom it knows, and a registry that wants a password over TLS. */
final class SecuredCluster implements AutoCloseable {
    static final String ADMIN = "admin";
    static final Map<String, String> USERS = Map.of(
            ADMIN,
            "admin-s3cret",
            "app",
            "app-s3cret",
            "clock",
            "clock-s3cret",
            "importer",
            "importer-s3cret",
            "reader",
            "reader-s3cret");

    /** In each of the passwords, and in nothing else. */
    static final String SECRET = "s3cret";

    private final KafkaSecurity security;
    private final RegistrySecurity login;
    private final EmbeddedKafka kafka;
    private final EmbeddedRegistry registry;
    private final Path directory;

    /** @param more adds to the broker's settings */
    SecuredCluster(
            Path directory, KafkaSecurity.Mechanism mechanism, UnaryOperator<KafkaOptions> more, boolean overTls) {
        this.directory = directory;
        TlsIdentity identity = TlsIdentity.create(directory.resolve("tls"));
        KafkaSecurity sasl = KafkaSecurity.sasl(mechanism, USERS).denyingAllBut(ADMIN);
        security = overTls ? sasl.over(identity) : sasl;
        login = RegistrySecurity.basic("clerk", "clerk-s3cret").over(identity);
        kafka = EmbeddedKafka.start(
                more.apply(KafkaOptions.in(directory.resolve("broker")).demanding(security)));
        registry = EmbeddedRegistry.start(RegistryOptions.on(kafka.bootstrapServers())
                .connecting(security.client(ADMIN))
                .demanding(login));
    }

    String registryUrl() {
        return registry.url();
    }

    /** An installation's configuration for one of the users. */
    Map<String, String> settings(String prefix, String user) {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "kafka.bootstrap.servers", kafka.bootstrapServers(),
                "schema.registry.url", registry.url(),
                "time-zone", "UTC",
                "reporting-currency", "USD",
                "working-week", "mon,tue,wed,thu,fri",
                "holidays", "none",
                "topic-prefix", prefix,
                "topics.partitions", "2",
                "http.port", "0",
                "state-dir", directory.resolve(prefix + user).toString()));
        settings.put("clock.enabled", "false");
        security.client(user).forEach((key, value) -> settings.put("kafka." + key, value));
        settings.putAll(login.client());
        // A busy machine's first handshake takes its time.
        settings.put("http.read.timeout.ms", "30000");
        return settings;
    }

    AppConfig config(String prefix, String user) {
        return ConfigLoader.load(List.of(), Map.of(), settings(prefix, user));
    }

    /** The configuration as flags. */
    static List<String> flags(Map<String, String> settings) {
        List<String> flags = new ArrayList<>();
        settings.forEach((key, value) -> flags.addAll(List.of("-D", key + "=" + value)));
        return flags;
    }

    /** Runs a command as one of the users. */
    CommandRun run(String prefix, String user, String... args) {
        return run(settings(prefix, user), args);
    }

    static CommandRun run(Map<String, String> settings, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(flags(settings));
        return CommandRun.of(all.toArray(String[]::new));
    }

    /** Makes the topics, and waits until the broker has heard of them. */
    void createTopics(String prefix) throws InterruptedException {
        run(prefix, ADMIN, "topics", "create", "--history");
        while (run(prefix, ADMIN, "topics", "check").exitCode() != 0) {
            Thread.sleep(20);
        }
    }

    /** An administrator, who may do everything. */
    Admin admin() {
        return Admin.create(config("any.", ADMIN).adminConfig());
    }

    @Override
    public void close() {
        registry.close();
        kafka.close();
    }
}
