package io.upswing.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upswing.app.StartRefusedException;
import io.upswing.app.UpswingApp;
import io.upswing.app.intake.DeadLetter;
import io.upswing.embedded.EmbeddedStack;
import io.upswing.embedded.StackOptions;
import io.upswing.schemas.topics.Murmur2Partitions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusalsOnABrokerTest {
    private static final LocalDate DAY = LocalDate.of(2017, 3, 1);

    @TempDir
    static Path directory;

    private static EmbeddedStack stack;

    @BeforeAll
    static void start() {
        stack = EmbeddedStack.start(StackOptions.in(directory.resolve("stack")));
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    private static Site site(String prefix) {
        return new Site(stack.bootstrapServers(), stack.registryUrl(), prefix, directory.resolve(prefix + "state"));
    }

    private static void create(Site site, String topic, int partitions, Map<String, String> settings) throws Exception {
        try (Admin admin = Admin.create(site.config().adminConfig())) {
            NewTopic odd = new NewTopic(topic, Optional.of(partitions), Optional.empty()).configs(settings);
            admin.createTopics(List.of(odd)).all().get();
        }
    }

    @Test
    void inputsOfAStageWithUnequalPartitionCountsAreNamedAndNothingStarts() throws Exception {
        Site site = site("unequal.");
        create(site, "unequal.unit-days", 4, Map.of());
        site.createTopics();

        assertThatThrownBy(() -> UpswingApp.start(site.config(), List.of()))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("unequal.unit-days: partitions is 4, must be 3 as unequal.org.reps has")
                .hasMessageNotContaining("crm.deals");
    }

    @Test
    void aCompactedInputIsNamedAndNothingStarts() throws Exception {
        Site site = site("compacted.");
        create(site, "compacted.crm.deals", 3, Map.of("cleanup.policy", "compact"));
        site.createTopics();

        assertThatThrownBy(() -> UpswingApp.start(site.config(), List.of()))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("compacted.crm.deals: cleanup.policy is compact, must be delete")
                .hasMessageNotContaining("compacted.org.reps");
    }

    @Test
    void aRecordInAnotherPartitionThanItsKeysIsADeadLetterWithAllThatItHad() throws Exception {
        Site site = site("elsewhere.").createTopics();
        Headers headers = new RecordHeaders(List.of(
                new RecordHeader("trace", "abc".getBytes(UTF_8)),
                new RecordHeader("empty", null),
                new RecordHeader("trace", "def".getBytes(UTF_8))));
        try (Publisher crm = new Publisher(site);
                UpswingApp app = UpswingApp.start(site.config(), List.of())) {
            crm.closed(DAY.minusDays(1));
            byte[] key = "d1".getBytes(UTF_8);
            byte[] value = crm.won("r1", DAY, 100_00, "Won");
            int elsewhere = (Murmur2Partitions.partitionFor(key, Site.PARTITIONS) + 1) % Site.PARTITIONS;

            RecordMetadata sent =
                    crm.send(new ProducerRecord<>(crm.deals().name(), elsewhere, null, key, value, headers));
            crm.send("d2", crm.won("r1", DAY, 70_00, "Won"));

            Kpis.awaitRevenue(site, "r1", 70_00, app::state);
            ConsumerRecord<byte[], byte[]> letter = onlyDeadLetter(site, app);
            assertThat(letter.key()).isEqualTo(key);
            assertThat(letter.value()).isEqualTo(value);
            assertThat(List.of(letter.headers().toArray())).startsWith(headers.toArray());
            assertThat(Letter.text(letter, DeadLetter.REASON)).isEqualTo("wrong-partition");
            assertThat(Letter.text(letter, DeadLetter.TOPIC)).isEqualTo("elsewhere.crm.deals");
            assertThat(Letter.text(letter, DeadLetter.PARTITION)).isEqualTo(Integer.toString(elsewhere));
            assertThat(Letter.text(letter, DeadLetter.OFFSET)).isEqualTo(Long.toString(sent.offset()));
            assertThat(Letter.text(letter, DeadLetter.DETAIL)).contains("murmur2");
        }
    }

    @Test
    void theLargestRecordThatABrokerTakesIsADeadLetterAsItCame() throws Exception {
        Site site = site("large.").createTopics();
        try (Publisher crm = new Publisher(site);
                UpswingApp app = UpswingApp.start(site.config(), List.of())) {
            crm.closed(DAY.minusDays(1));

            byte[] junk = crm.sendLargest("d1", size -> new byte[size]);
            crm.send("d1", crm.won("r1", DAY, 70_00, "Won"));

            Kpis.awaitRevenue(site, "r1", 70_00, app::state);
            assertThat(onlyDeadLetter(site, app).value()).isEqualTo(junk);
        }
    }

    private static ConsumerRecord<byte[], byte[]> onlyDeadLetter(Site site, UpswingApp app) throws Exception {
        Await.until("a dead letter", app::state, () -> !site.deadLetters().isEmpty());
        assertThat(site.deadLetters()).hasSize(1);
        return site.deadLetters().getFirst();
    }
}
