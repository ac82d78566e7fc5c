package io.upswing.app.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upswing.app.config.AppConfig;
import io.upswing.app.config.ConfigLoader;
import io.upswing.embedded.EmbeddedKafka;
import io.upswing.embedded.KafkaOptions;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.topics.TopicAdmin;
import io.upswing.schemas.topics.TopicCatalogue;
import io.upswing.schemas.watermarks.FirstWatermark;
import io.upswing.schemas.watermarks.WatermarkRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveClockOnABrokerTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 27);
    private static final int PARTITIONS = 3;

    @TempDir
    static Path directory;

    private static EmbeddedKafka kafka;

    private volatile Instant now = noonAfter(DAY);
    private volatile Instant asked = Instant.EPOCH;

    @BeforeAll
    static void start() {
        kafka = EmbeddedKafka.start(KafkaOptions.in(directory));
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void ofTwoInstancesTheSecondFencesTheFirstWhichTakesOverWhenTheSecondStops() throws Exception {
        // Three intervals of silence count as gone: a busy machine must not be silent for so long.
        AppConfig config = config("two.", kafka, Duration.ofSeconds(3));
        try (TopicCatalogue topics = prepared(config)) {
            Recorded first = new Recorded();
            Recorded second = new Recorded();
            during(LiveClock.start(config, topics, time(topics, "one"), first), () -> {
                first.awaitDay(DAY);
                closeAt(DAY.plusDays(1));
                first.awaitDay(DAY.plusDays(1));

                during(LiveClock.start(config, topics, time(topics, "two"), second), () -> {
                    first.awaitState(ClockState.STANDBY);
                    second.awaitDay(DAY.plusDays(1));
                    closeAt(DAY.plusDays(3));
                    second.awaitDay(DAY.plusDays(3));
                });

                closeAt(DAY.plusDays(4));
                first.awaitDay(DAY.plusDays(4));
            });

            assertThat(first.states()).startsWith(ClockState.ACTIVE, ClockState.STANDBY, ClockState.ACTIVE);
            assertThat(first.states()).endsWith(ClockState.CLOSED);
            assertThat(first.failures()).isEmpty();
            assertEachPartitionHas(config, topics, DAY, DAY.plusDays(4));
        }
    }

    @Test
    void afterAStopEachMissedDayIsWritten() throws Exception {
        AppConfig config = config("stop.");
        try (TopicCatalogue topics = prepared(config)) {
            Recorded before = new Recorded();
            during(LiveClock.start(config, topics, time(topics, "before"), before), () -> {
                closeAt(DAY.plusDays(1));
                before.awaitDay(DAY.plusDays(1));
            });

            closeAt(DAY.plusDays(60));
            Recorded after = new Recorded();
            during(
                    LiveClock.start(config, topics, time(topics, "after"), after),
                    () -> after.awaitDay(DAY.plusDays(60)));

            assertEachPartitionHas(config, topics, DAY, DAY.plusDays(60));
            assertThat(after.days())
                    .containsExactlyElementsOf(
                            DAY.plusDays(1).datesUntil(DAY.plusDays(61)).toList());
        }
    }

    @Test
    void aBrokerThatGoesAwayAndComesBackCostsNoDay(@TempDir Path own) throws Exception {
        EmbeddedKafka before = EmbeddedKafka.start(KafkaOptions.in(own));
        AppConfig config = config("away.", before);
        try (TopicCatalogue topics = prepared(config)) {
            Recorded told = new Recorded();
            during(LiveClock.start(config, topics, time(topics, "one"), told), () -> {
                told.awaitDay(DAY);
                before.close();
                told.awaitState(ClockState.RETRYING);

                closeAt(DAY.plusDays(2));
                try (EmbeddedKafka after =
                        EmbeddedKafka.start(KafkaOptions.in(own).onPort(before.port()))) {
                    assertThat(after.port()).isEqualTo(before.port());
                    told.awaitDay(DAY.plusDays(2));
                    assertEachPartitionHas(config, topics, DAY, DAY.plusDays(2));
                }
            });
        }
    }

    @Test
    void theRealProbeTellsTheBrokersTime() throws Exception {
        AppConfig config = config("real.");
        try (TopicCatalogue topics = config.catalogue()) {
            create(config, topics);
            Probe probe = new Probe(topics.clock(), "real");
            DueDays days = new DueDays(config.zone(), config.clock().grace());
            LocalDate first = days.last(append(config, probe)).minusDays(3);
            firstWatermark(config, topics, first);
            Recorded told = new Recorded();

            BrokerTime remembered = producer -> {
                Instant time = probe.ask(producer);
                asked = time;
                return time;
            };

            during(LiveClock.start(config, topics, remembered, told), () -> told.awaitDay(first.plusDays(3)));

            assertThat(told.days().getLast()).isEqualTo(days.last(asked));
            assertThat(watermarks(config, List.of(topics.clock().name()))).isEmpty();
            assertEachPartitionHas(config, topics, first, told.days().getLast());
        }
    }

    @Test
    void aTopicThatKeepsTheSendersTimeIsRefusedSoThatAHostsClockNeverDecides() throws Exception {
        AppConfig config = config("sender.");
        try (TopicCatalogue topics = config.catalogue();
                Admin admin = Admin.create(config.adminConfig())) {
            NewTopic made = new NewTopic(topics.clock().name(), 1, (short) 1);
            admin.createTopics(List.of(made.configs(Map.of("message.timestamp.type", "CreateTime"))))
                    .all()
                    .get();

            assertThatThrownBy(() -> append(config, new Probe(topics.clock(), "sender")))
                    .isInstanceOf(KafkaException.class)
                    .hasMessageContaining("message.timestamp.type must be LogAppendTime");
        }
    }

    private interface Body {
        void run() throws Exception;
    }

    private static void during(LiveClock clock, Body body) throws Exception {
        try (clock) {
            body.run();
        }
    }

    /** Tells a set time, but shows itself to other instances as the real one does. */
    private BrokerTime time(TopicCatalogue topics, String instance) {
        Probe probe = new Probe(topics.clock(), instance);
        return producer -> {
            probe.ask(producer);
            return now;
        };
    }

    private void closeAt(LocalDate day) {
        now = noonAfter(day);
    }

    private static Instant noonAfter(LocalDate day) {
        return Instant.parse(day.plusDays(1) + "T10:00:00Z");
    }

    private static AppConfig config(String prefix) {
        return config(prefix, kafka);
    }

    private static AppConfig config(String prefix, EmbeddedKafka broker) {
        return config(prefix, broker, Duration.ofMillis(500));
    }

    private static AppConfig config(String prefix, EmbeddedKafka broker, Duration interval) {
        Map<String, String> flags = new HashMap<>();
        flags.put("time-zone", "Europe/Copenhagen");
        flags.put("reporting-currency", "EUR");
        flags.put("working-week", "mon,tue,wed,thu,fri");
        flags.put("holidays", "none");
        flags.put("topic-prefix", prefix);
        flags.put("topics.partitions", Integer.toString(PARTITIONS));
        flags.put("clock.interval", interval.toMillis() + "ms");
        flags.put("kafka.bootstrap.servers", broker.bootstrapServers());
        flags.put("kafka.producer.max.block.ms", "5000");
        flags.put("kafka.producer.request.timeout.ms", "2000");
        flags.put("kafka.producer.delivery.timeout.ms", "5000");
        flags.put("schema.registry.url", "mock://" + prefix + "clock");
        return ConfigLoader.load(List.of(), Map.of(), flags);
    }

    private static TopicCatalogue prepared(AppConfig config) {
        TopicCatalogue topics = config.catalogue();
        create(config, topics);
        firstWatermark(config, topics, DAY);
        return topics;
    }

    private static void create(AppConfig config, TopicCatalogue topics) {
        try (Admin admin = Admin.create(config.adminConfig())) {
            new TopicAdmin(admin).create(topics, (short) 1);
        }
    }

    private static void firstWatermark(AppConfig config, TopicCatalogue topics, LocalDate day) {
        ClockClients clients = ClockClients.of(config);
        try (Producer<byte[], byte[]> producer = clients.producer();
                Consumer<byte[], byte[]> consumer = clients.consumer()) {
            producer.initTransactions();
            new FirstWatermark(producer, consumer).write(day, inputs(topics));
        }
    }

    private static Instant append(AppConfig config, Probe probe) {
        try (Producer<byte[], byte[]> producer = ClockClients.of(config).producer()) {
            producer.initTransactions();
            producer.beginTransaction();
            Instant time = probe.ask(producer);
            producer.commitTransaction();
            return time;
        }
    }

    private static List<String> inputs(TopicCatalogue topics) {
        return topics.inputs().stream().map(Topic::name).toList();
    }

    private static void assertEachPartitionHas(
            AppConfig config, TopicCatalogue topics, LocalDate first, LocalDate last) {
        List<LocalDate> expected = first.datesUntil(last.plusDays(1)).toList();
        Map<TopicPartition, List<LocalDate>> found = watermarks(config, inputs(topics));
        assertThat(found).hasSize(topics.inputs().size() * PARTITIONS);
        assertThat(found)
                .allSatisfy((partition, days) ->
                        assertThat(days).as(partition.toString()).containsExactlyElementsOf(expected));
    }

    private static Map<TopicPartition, List<LocalDate>> watermarks(AppConfig config, Collection<String> topics) {
        Map<TopicPartition, List<LocalDate>> found = new HashMap<>();
        try (Consumer<byte[], byte[]> consumer = ClockClients.of(config).consumer()) {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    if (WatermarkRecord.read(record.key(), record.value(), record.headers())
                            instanceof WatermarkRecord.Reading.Found watermark) {
                        found.computeIfAbsent(
                                        new TopicPartition(record.topic(), record.partition()), p -> new ArrayList<>())
                                .add(watermark.watermark().day());
                    }
                }
            }
        }
        return found;
    }
}
