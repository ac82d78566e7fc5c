package io.upswing.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {
    @TempDir
    Path directory;

    @Test
    void whatWasWrittenIsThereAfterARestart() throws Exception {
        int port;
        try (EmbeddedKafka first = EmbeddedKafka.start(KafkaOptions.in(directory))) {
            port = first.port();
            Clients clients = new Clients(first.bootstrapServers());
            clients.createTopic("deals", 1);
            clients.send("deals", "won", "lost");
            assertThat(clients.readAll("deals")).containsExactly("won", "lost");
        }

        try (EmbeddedKafka second =
                EmbeddedKafka.start(KafkaOptions.in(directory).onPort(port))) {
            Clients clients = new Clients(second.bootstrapServers());
            clients.send("deals", "reopened");

            assertThat(second.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
            assertThat(clients.readAll("deals")).containsExactly("won", "lost", "reopened");
        }
    }

    @Test
    void overridesWinAndTheDirectoryHasOneNodeAtATime() throws Exception {
        KafkaOptions options = KafkaOptions.in(directory).with(Map.of("message.max.bytes", "54321"));

        try (EmbeddedKafka kafka = EmbeddedKafka.start(options)) {
            assertThat(setting(kafka, "message.max.bytes")).isEqualTo("54321");
            assertThat(hosts(kafka)).containsExactly("127.0.0.1");
            assertThatIllegalStateException()
                    .isThrownBy(() -> EmbeddedKafka.start(options))
                    .withMessageContaining(directory.toString());
        }
    }

    @Test
    void aTakenPortIsReportedAndTheDirectoryIsFreeAgain() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            KafkaOptions options = KafkaOptions.in(directory).onPort(taken.getLocalPort());

            assertThatIllegalStateException()
                    .isThrownBy(() -> EmbeddedKafka.start(options))
                    .withMessageContaining(Integer.toString(taken.getLocalPort()));
        }

        try (EmbeddedKafka kafka = EmbeddedKafka.start(KafkaOptions.in(directory))) {
            assertThat(hosts(kafka)).hasSize(1);
        }
    }

    @Test
    void aPortOutOfRangeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KafkaOptions.in(directory).onPort(65_536))
                .withMessageContaining("65536");
    }

    private static String setting(EmbeddedKafka kafka, String name) throws ExecutionException, InterruptedException {
        ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, "1");
        try (Admin admin = new Clients(kafka.bootstrapServers()).admin()) {
            return admin.describeConfigs(List.of(broker))
                    .values()
                    .values()
                    .iterator()
                    .next()
                    .get()
                    .get(name)
                    .value();
        }
    }

    private static Set<String> hosts(EmbeddedKafka kafka) throws ExecutionException, InterruptedException {
        try (Admin admin = new Clients(kafka.bootstrapServers()).admin()) {
            return admin.describeCluster().nodes().get().stream()
                    .map(n -> n.host())
                    .collect(Collectors.toSet());
        }
    }
}
