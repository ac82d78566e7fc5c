package io.upswing.producers.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.upswing.embedded.EmbeddedKafka;
import io.upswing.embedded.KafkaOptions;
import io.upswing.producers.rules.RulePlan.Kind;
import io.upswing.schemas.RuleEvent;
import io.upswing.schemas.serde.SerdeFactory;
import io.upswing.schemas.topics.TopicCatalogue;
import io.upswing.schemas.watermarks.Polling;
import io.upswing.schemas.watermarks.WatermarkReader;
import io.upswing.schemas.watermarks.WatermarkWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishing against a real broker: what lies in each partition afterwards. */
class RulePublisherBrokerTest {
    private static final int PARTITIONS = 3;
    private static final LocalDate CLOSED = LocalDate.of(2026, 3, 9);
    private static final Instant WHEN = Instant.parse("2026-03-10T09:00:00Z");

    @TempDir
    static Path directory;

    private static EmbeddedKafka kafka;
    private static Map<String, Object> config;

    @BeforeAll
    static void start() {
        kafka = EmbeddedKafka.start(KafkaOptions.in(directory.resolve("kafka")));
        config = Map.of("bootstrap.servers", kafka.bootstrapServers());
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void eachVersionLiesInEveryPartitionByItsRulesId() {
        try (TopicCatalogue topics = topics("every.")) {
            close(topics);

            RulePlan plan = publish(topics, "silent 5", "quiet 3");

            assertThat(plan.problems()).isEmpty();
            assertThat(log(topics)).hasSize(PARTITIONS).allSatisfy((partition, records) -> {
                assertThat(records)
                        .extracting(record -> new String(record.key(), UTF_8))
                        .containsExactly("silent", "quiet");
                RuleEvent event = event(topics, records.getFirst());
                assertThat(event.getVersion()).isEqualTo(1);
                assertThat(event.getEffective()).isEqualTo("2026-03-12");
                assertThat(records.getFirst().headers().lastHeader("ce_id").value())
                        .isEqualTo(event.getEventId().getBytes(UTF_8));
            });
        }
    }

    @Test
    void versionsCountUpAndWhatIsUnchangedIsNotPublishedAgain() {
        try (TopicCatalogue topics = topics("versions.")) {
            close(topics);
            publish(topics, "silent 5", "quiet 3");

            RulePlan again = publish(topics, "silent 5", "quiet 3");
            RulePlan changed = publish(topics, "silent 6", "quiet 3");

            assertThat(again.steps()).extracting(RulePlan.Step::kind).containsOnly(Kind.UNCHANGED);
            assertThat(changed.steps()).extracting(RulePlan.Step::kind).containsExactly(Kind.CHANGED, Kind.UNCHANGED);
            assertThat(log(topics))
                    .allSatisfy((partition, records) -> assertThat(records)
                            .extracting(record -> new String(record.key(), UTF_8) + " "
                                    + event(topics, record).getVersion())
                            .containsExactly("silent 1", "quiet 1", "silent 2"));
            assertThat(PublishedRules.read(config, topics.rules()).last("silent"))
                    .map(RuleEvent::getVersion)
                    .contains(2);
        }
    }

    @Test
    void withOneDateTooEarlyNothingIsPublished() {
        try (TopicCatalogue topics = topics("early.")) {
            close(topics);

            RulePlan plan = publish(topics, "fine 5", "early 3 effective: 2026-03-11");

            assertThat(plan.problems()).extracting(RuleProblem::key).containsExactly("early.effective");
            assertThat(log(topics))
                    .allSatisfy((partition, records) -> assertThat(records).isEmpty());
        }
    }

    @Test
    void beforeAnImportOfHistoryEveryDateIsTaken() {
        try (TopicCatalogue topics = topics("history.")) {
            RulePlan plan = publish(topics, "silent 5", "dated 3 effective: 2017-01-01");

            assertThat(plan.problems()).isEmpty();
            PublishedRules published = PublishedRules.read(config, topics.rules());
            assertThat(published.closedDay()).isEmpty();
            assertThat(published.inForce("silent", LocalDate.of(1999, 1, 1))).isPresent();
            assertThat(published.inForce("dated", LocalDate.of(2016, 12, 31))).isEmpty();
        }
    }

    @Test
    void whatAKilledPublisherLeftUncommittedIsNotThere() {
        try (TopicCatalogue topics = topics("killed.");
                KafkaProducer<byte[], byte[]> killed = producer(topics.prefix() + "rules")) {
            close(topics);
            killed.initTransactions();
            killed.beginTransaction();
            var unused = killed.send(new ProducerRecord<>(topics.rules().name(), 0, new byte[] {1}, new byte[] {2}));
            killed.flush();

            publish(topics, "silent 5");

            assertThat(log(topics))
                    .allSatisfy((partition, records) -> assertThat(records).hasSize(1));
            assertThatExceptionOfType(KafkaException.class).isThrownBy(killed::commitTransaction);
        }
    }

    @Test
    void garbageInTheTopicIsPassedOver() {
        try (TopicCatalogue topics = topics("garbage.");
                KafkaProducer<byte[], byte[]> other = producer("garbage")) {
            close(topics);
            publish(topics, "silent 5");
            other.initTransactions();
            other.beginTransaction();
            var unused = other.send(new ProducerRecord<>(topics.rules().name(), 0, new byte[] {1}, new byte[] {2}));
            other.commitTransaction();

            assertThat(publish(topics, "silent 5").steps())
                    .extracting(RulePlan.Step::kind)
                    .containsExactly(Kind.UNCHANGED);
        }
    }

    private static RulePlan publish(TopicCatalogue topics, String... rules) {
        return RulePublisher.publish(config, topics, WrittenRules.of(rules), false, WHEN);
    }

    private static TopicCatalogue topics(String prefix) {
        TopicCatalogue topics = new TopicCatalogue(
                prefix, PARTITIONS, SerdeFactory.avro(Map.of("schema.registry.url", "mock://" + prefix)));
        try (Admin admin = Admin.create(config)) {
            admin.createTopics(List.of(new NewTopic(topics.rules().name(), PARTITIONS, (short) 1)
                            .configs(topics.rules().config())))
                    .all()
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return topics;
    }

    private static void close(TopicCatalogue topics) {
        try (KafkaProducer<byte[], byte[]> clock = producer(topics.prefix() + "clock")) {
            clock.initTransactions();
            clock.beginTransaction();
            new WatermarkWriter(clock).write(CLOSED, List.of(topics.rules().name()));
            clock.commitTransaction();
        }
    }

    private static KafkaProducer<byte[], byte[]> producer(String transactionalId) {
        Map<String, Object> settings = new HashMap<>(config);
        settings.put("transactional.id", transactionalId);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static RuleEvent event(TopicCatalogue topics, ConsumerRecord<byte[], byte[]> record) {
        return topics.rules().valueSerde().deserializer().deserialize(record.topic(), record.value());
    }

    /** What readers see of each partition, without watermarks. */
    private static Map<Integer, List<ConsumerRecord<byte[], byte[]>>> log(TopicCatalogue topics) {
        // A commit returns before each partition has its marker; who takes the transactional id over waits for them.
        try (KafkaProducer<byte[], byte[]> next = producer(topics.prefix() + "rules")) {
            next.initTransactions();
        }
        Map<Integer, List<ConsumerRecord<byte[], byte[]>>> log = new TreeMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(WatermarkReader.consumerConfig(config))) {
            List<TopicPartition> partitions =
                    Polling.partitions(consumer, List.of(topics.rules().name()));
            partitions.forEach(partition -> log.put(partition.partition(), new ArrayList<>()));
            Polling.readAll(consumer, partitions, record -> {
                if (record.value() != null) {
                    log.computeIfAbsent(record.partition(), p -> new ArrayList<>())
                            .add(record);
                }
            });
        }
        return log;
    }
}
