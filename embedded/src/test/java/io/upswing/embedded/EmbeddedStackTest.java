package io.upswing.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.embedded.registry.CompatibilityLevel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStackTest {
    private static final int SIGTERM_EXIT = 128 + 15;

    @TempDir
    Path directory;

    @Test
    void killedByForceAndStartedAgainItHasLostNothing() throws Exception {
        int id;
        try (StackProcess first = StackProcess.start(directory)) {
            Clients clients = new Clients(first.bootstrapServers());
            clients.createTopic("deals", 1);
            clients.send("deals", "won", "lost");
            leaveATransactionOpen(clients);
            id = register(new Http(first.registryUrl()), "deals-value", "\"string\"");
            register(new Http(first.registryUrl()), "other-value", "\"long\"");
            first.kill();
        }

        try (StackProcess second = StackProcess.start(directory)) {
            Clients clients = new Clients(second.bootstrapServers());
            Http http = new Http(second.registryUrl());
            clients.transactionalProducer("open").close();
            clients.send("deals", "reopened");

            assertThat(clients.readAll("deals")).containsExactly("won", "lost", "reopened");
            assertThat(http.get("/subjects").text()).isEqualTo("[\"deals-value\",\"other-value\"]");
            assertThat(register(http, "deals-value", "\"string\"")).isEqualTo(id);
            assertThat(register(http, "new-value", "\"int\"")).isEqualTo(3);
            assertThat(second.terminate()).isEqualTo(SIGTERM_EXIT);
        }
    }

    /** Its records must never be read, and must not hold up the reader after the restart. */
    private static void leaveATransactionOpen(Clients clients) throws ExecutionException, InterruptedException {
        KafkaProducer<byte[], byte[]> producer = clients.transactionalProducer("open");
        producer.beginTransaction();
        producer.send(new ProducerRecord<>("deals", new byte[] {1})).get();
        producer.close(Duration.ZERO);
    }

    @Test
    void optionsReachBrokerAndRegistry() {
        StackOptions options = StackOptions.in(directory)
                .defaultCompatibility(CompatibilityLevel.BACKWARD_TRANSITIVE)
                .with(Map.of("log.retention.hours", "-1"));

        try (EmbeddedStack stack = EmbeddedStack.start(options)) {
            Http http = new Http(stack.registryUrl());
            assertThat(http.get("/config").text()).isEqualTo("{\"compatibilityLevel\":\"BACKWARD_TRANSITIVE\"}");
            assertThat(List.of(stack.bootstrapServers(), stack.registryUrl())).allMatch(a -> a.contains("127.0.0.1:"));
        }
    }

    private static int register(Http http, String subject, String schema) {
        return http.post("/subjects/" + subject + "/versions", Http.schema(schema))
                .json()
                .path("id")
                .asInt();
    }
}
