package io.upswing.producers.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.upswing.embedded.EmbeddedKafka;
import io.upswing.embedded.KafkaOptions;
import io.upswing.schemas.serde.SerdeFactory;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.topics.TopicAdmin;
import io.upswing.schemas.topics.TopicCatalogue;
import io.upswing.schemas.watermarks.WatermarkReader;
import io.upswing.schemas.watermarks.WatermarkRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Simulations on a real broker: the logs that they leave. */
class SimulationPublisherBrokerTest {
    private static final SimulationSettings SETTINGS =
            Simulations.small(7).of(8, 2, 1).over(Simulations.FIRST, 40).with(Ingredient.BAD_RECORDS, 0);

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
    void eachDaysRecordsStandBeforeItsWatermarkInEveryPartition() {
        try (TopicCatalogue topics = topics("whole.")) {
            SimulationResult result = run(topics, SETTINGS, SimulationListener.NONE);

            Map<TopicPartition, List<String>> log = log(topics);
            List<String> days = Stream.concat(
                            Stream.of(Simulations.FIRST.minusDays(1)),
                            Simulations.FIRST.datesUntil(SETTINGS.lastDay().plusDays(1)))
                    .map(day -> "closed " + day)
                    .toList();
            assertThat(result).isEqualTo(new SimulationResult(true, 40, 0, result.records(), 0));
            assertThat(log).hasSize(2 * topics.inputs().size());
            log.values()
                    .forEach(records -> assertThat(records)
                            .filteredOn(record -> record.startsWith("closed"))
                            .isEqualTo(days));
            assertThat(told(log)).containsExactlyInAnyOrderElementsOf(expected(topics));
        }
    }

    /** Each record of an input with the day on which it is told. */
    private static List<String> expected(TopicCatalogue topics) {
        List<String> expected = new ArrayList<>();
        new Simulation(SETTINGS)
                .days()
                .forEach(day -> day.records().stream()
                        .filter(record -> topics.inputs().contains(record.topic(topics)))
                        .forEach(record -> expected.add(day.day() + " " + record.key() + " "
                                + HexFormat.of().formatHex(record.serialized(topics)))));
        return expected;
    }

    /** The same, from the logs: the day after the last watermark before it. */
    private static List<String> told(Map<TopicPartition, List<String>> log) {
        List<String> told = new ArrayList<>();
        log.values().forEach(records -> {
            LocalDate open = LocalDate.MIN;
            for (String record : records) {
                if (record.startsWith("closed ")) {
                    open = LocalDate.parse(record.substring("closed ".length())).plusDays(1);
                } else {
                    told.add(open + " " + record);
                }
            }
        });
        return told;
    }

    @Test
    void stoppedAndRunAgainItPublishesTheRest() {
        try (TopicCatalogue topics = topics("stopped.");
                TopicCatalogue whole = topics("undisturbed.")) {
            SimulationResult first = run(topics, SETTINGS, new SimulationListener() {
                @Override
                public boolean isToStop() {
                    return true;
                }
            });
            SimulationResult second = run(topics, SETTINGS, SimulationListener.NONE);
            SimulationResult third = run(topics, SETTINGS, SimulationListener.NONE);
            run(whole, SETTINGS, SimulationListener.NONE);

            assertThat(first.finished()).isFalse();
            assertThat(second.finished()).isTrue();
            assertThat(second.daysBefore()).isEqualTo(first.days()).isPositive();
            assertThat(third).isEqualTo(new SimulationResult(true, 0, 40, 0, 0));
            assertThat(told(log(topics)).stream().distinct().sorted())
                    .containsExactlyElementsOf(
                            told(log(whole)).stream().distinct().sorted().toList());
        }
    }

    @Test
    void badRecordsArePublishedAsTheyAre() {
        SimulationSettings bad = SETTINGS.with(Ingredient.BAD_RECORDS, 0.2);
        try (TopicCatalogue topics = topics("bad.")) {
            SimulationResult result = run(topics, bad, SimulationListener.NONE);

            List<String> told = told(log(topics));
            assertThat(result.badRecords()).isGreaterThan(100);
            assertThat(told).anyMatch(record -> record.contains(" null ")).anyMatch(record -> record.endsWith(" null"));
        }
    }

    @Test
    void anotherSimulationThatTakesOverEndsTheFirst() {
        try (TopicCatalogue topics = topics("two.")) {
            List<SimulationResult> second = new ArrayList<>();

            assertThatExceptionOfType(SimulationRefusedException.class)
                    .isThrownBy(() -> run(topics, SETTINGS, new SimulationListener() {
                        @Override
                        public void committed(long days, long records) {
                            second.add(run(topics, SETTINGS, SimulationListener.NONE));
                        }
                    }))
                    .withMessageContaining("another simulation");

            assertThat(second).singleElement().matches(SimulationResult::finished);
        }
    }

    private static SimulationResult run(
            TopicCatalogue topics, SimulationSettings settings, SimulationListener listener) {
        Pace small = new Pace() {
            @Override
            public int recordsPerTransaction() {
                return 300;
            }

            @Override
            public void await(long record) {}
        };
        try (SimulationPublisher publisher = SimulationPublisher.connect(config, topics)) {
            return publisher.run(new Simulation(settings), small, listener);
        }
    }

    private static TopicCatalogue topics(String prefix) {
        TopicCatalogue topics =
                new TopicCatalogue(prefix, 2, SerdeFactory.avro(Map.of("schema.registry.url", "mock://simulated")));
        try (Admin admin = Admin.create(config)) {
            new TopicAdmin(admin).create(topics, (short) 1);
        }
        return topics;
    }

    /** What readers see of each partition of the inputs, in order. */
    private static Map<TopicPartition, List<String>> log(TopicCatalogue topics) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(WatermarkReader.consumerConfig(config))) {
            Map<TopicPartition, List<String>> log = new TreeMap<>(Comparator.comparing(TopicPartition::toString));
            for (Topic<?, ?> topic : topics.inputs()) {
                consumer.partitionsFor(topic.name())
                        .forEach(
                                info -> log.put(new TopicPartition(info.topic(), info.partition()), new ArrayList<>()));
            }
            consumer.assign(log.keySet());
            consumer.seekToBeginning(log.keySet());
            Map<TopicPartition, Long> end = consumer.endOffsets(log.keySet());
            while (end.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    Objects.requireNonNull(log.get(new TopicPartition(record.topic(), record.partition())))
                            .add(describe(record));
                }
            }
            return log;
        }
    }

    private static String describe(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null && record.value() == null) {
            return "closed "
                    + WatermarkRecord.read(record.headers()).orElseThrow().day();
        }
        String key = record.key() == null ? "null" : new String(record.key(), StandardCharsets.UTF_8);
        return key + " " + (record.value() == null ? "null" : HexFormat.of().formatHex(record.value()));
    }
}
