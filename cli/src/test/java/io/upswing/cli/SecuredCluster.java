package io.upswing.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;

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

    private static final Duration PATIENCE = Duration.ofMinutes(2);

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
        CommandRun check = run(prefix, ADMIN, "topics", "check");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (check.exitCode() != 0) {
            assertThat(System.nanoTime()).as(check.toString()).isLessThan(deadline);
            Thread.sleep(20);
            check = run(prefix, ADMIN, "topics", "check");
        }
    }

    /** Makes the rules, and waits until the broker goes by them. */
    void allow(Collection<AclBinding> bindings) throws Exception {
        try (Admin admin = admin()) {
            admin.createAcls(bindings).all().get();
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!admin.describeAcls(AclBindingFilter.ANY).values().get().containsAll(bindings)) {
                assertThat(System.nanoTime()).isLessThan(deadline);
                Thread.sleep(20);
            }
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
