package io.upswing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.upswing.embedded.KafkaSecurity.Mechanism;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on a broker that demands PLAIN over TLS, as hosted ones do, and a registry that demands a password over TLS. */
class SecuredClusterTest {
    private static final String PREFIX = "plain.";

    @TempDir
    private static Path directory = Path.of("");

    @SuppressWarnings("NullAway.Init") // started before all tests
    private static SecuredCluster cluster;

    @BeforeAll
    static void start() throws InterruptedException {
        cluster = new SecuredCluster(directory, Mechanism.PLAIN, UnaryOperator.identity(), true);
        cluster.createTopics(PREFIX);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void anImportGoesThroughARegistryWhoseFirstUrlAnswersThatItCannot() throws Exception {
        HttpServer broken = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        broken.createContext("/", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        broken.start();
        try {
            Map<String, String> settings = cluster.settings(PREFIX, SecuredCluster.ADMIN);
            settings.put(
                    "schema.registry.url",
                    "http://127.0.0.1:" + broken.getAddress().getPort() + "," + cluster.registryUrl());

            CommandRun run = SecuredCluster.run(
                    settings,
                    "import",
                    "--mapping",
                    CaseExport.write(directory.resolve("crm")).toString());

            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.out()).contains("Imported ");
        } finally {
            broken.stop(0);
        }
    }

    @Test
    void aWrongPasswordIsSaidToBeWrongAndNotTold() {
        Map<String, String> settings = cluster.settings(PREFIX, SecuredCluster.ADMIN);
        settings.computeIfPresent(
                "kafka.sasl.jaas.config", (key, jaas) -> jaas.replace("admin-s3cret", "not-the-s3cret"));

        CommandRun run = SecuredCluster.run(settings, "topics", "check");

        assertThat(run.exitCode()).isEqualTo(78);
        assertThat(run.err()).contains("the broker does not know who we are").doesNotContain(SecuredCluster.SECRET);
    }

    @Test
    void aRegistryThatRefusesIsNamedAndThePasswordIsNotTold() throws Exception {
        Map<String, String> settings = cluster.settings(PREFIX, SecuredCluster.ADMIN);
        settings.keySet().removeIf(key -> key.startsWith("basic.auth."));
        settings.put("schema.registry.url", cluster.registryUrl().replace("//", "//clerk:not-the-s3cret@"));
        try (CommandProcess run = CommandProcess.start(
                directory,
                "refused",
                SecuredCluster.flags(settings),
                "import",
                "--verbose",
                "--mapping",
                CaseExport.write(directory.resolve("crm")).toString())) {
            assertThat(run.awaitExit()).isEqualTo(69);
            assertThat(run.messages()).contains("Unauthorized").doesNotContain(SecuredCluster.SECRET);
        }
    }

    @Test
    void aRegistryThatIsAwayIsNamedAndThePasswordIsNotTold() throws Exception {
        Map<String, String> settings = cluster.settings(PREFIX, SecuredCluster.ADMIN);
        settings.keySet().removeIf(key -> key.startsWith("basic.auth."));
        settings.put("schema.registry.url", "http://clerk:not-the-s3cret@127.0.0.1:1");
        try (CommandProcess run = CommandProcess.start(
                directory,
                "away",
                SecuredCluster.flags(settings),
                "import",
                "--verbose",
                "--mapping",
                CaseExport.write(directory.resolve("crm")).toString())) {
            assertThat(run.awaitExit()).isEqualTo(69);
            assertThat(run.messages()).contains("unreachable").doesNotContain(SecuredCluster.SECRET);
        }
    }
}
