package io.upswing.producers.csv;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The import against a real broker: logs compared record by record. */
class CsvImportBrokerTest {
    private static final LocalDate FIRST = LocalDate.of(2017, 1, 1);

    @TempDir
    static Path directory;

    private static EmbeddedKafka kafka;
    private static Map<String, Object> config;
    private static History history;
    private static Map<TopicPartition, List<String>> undisturbed;

    @BeforeAll
    static void start() {
        kafka = EmbeddedKafka.start(KafkaOptions.in(directory.resolve("kafka")));
        config = Map.of("bootstrap.servers", kafka.bootstrapServers());
        history = History.of(
                ExportFiles.in(directory)
                        .reps("agent,manager,office\nAnna,Bo,North\nCy,Bo,North\nDi,Ed,South\n")
                        .deals(IntStream.range(0, 3_000)
                                .mapToObj(CsvImportBrokerTest::row)
                                .toArray(String[]::new))
                        .read(),
                Optional.empty());
        try (TopicCatalogue topics = topics("undisturbed.");
                CsvImport csvImport = CsvImport.connect(config, topics)) {
            assertThat(csvImport
                            .run(history, ImportProgress.NONE, CsvImportBrokerTest::never)
                            .finished())
                    .isTrue();
            undisturbed = log(topics);
        }
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    private static String row(int number) {
        LocalDate created = FIRST.plusDays(number % 50);
        return number % 3 == 0
                ? "D%d,Anna,Engaging,%s,,%d".formatted(number, created, number)
                : "D%d,Cy,Won,%s,%s,%d".formatted(number, created, created.plusDays(number % 10), number);
    }

    @Test
    void eachPartitionHasEveryDayOnceInOrderFromTheDayBefore() {
        List<String> days = Stream.concat(Stream.of(FIRST.minusDays(1)), history.days())
                .map(day -> "closed " + day)
                .toList();

        assertThat(undisturbed).hasSize(6);
        undisturbed.forEach((partition, records) -> assertThat(records)
                .as(partition.toString())
                .filteredOn(record -> record.startsWith("closed"))
                .isEqualTo(partition.topic().endsWith("names") ? List.of() : days));
        assertThat(undisturbed.values().stream().flatMap(List::stream).distinct())
                .hasSize(3_000 + 2_000 + 3 + 7 + days.size());
    }

    @Test
    void stoppedAndRunAgainTheLogIsTheSameButForDuplicates() {
        try (TopicCatalogue topics = topics("stopped.")) {
            ImportResult first = run(topics, ImportProgress.NONE, () -> true);
            assertThat(first.finished()).isFalse();

            ImportResult second = run(topics, ImportProgress.NONE, CsvImportBrokerTest::never);

            assertThat(second.finished()).isTrue();
            assertThat(second.daysAlreadyClosed()).isEqualTo(first.days());
            assertThat(first.watermarks() + second.watermarks())
                    .isEqualTo(
                            (history.days().count() + 1) * 2 * topics.inputs().size());
            assertThat(withoutDuplicates(log(topics))).isEqualTo(renamed(undisturbed, topics));
        }
    }

    @Test
    void theSameExportAgainAddsOnlyDuplicates() {
        try (TopicCatalogue topics = topics("twice.")) {
            run(topics, ImportProgress.NONE, CsvImportBrokerTest::never);
            Map<TopicPartition, List<String>> once = log(topics);

            ImportResult again = run(topics, ImportProgress.NONE, CsvImportBrokerTest::never);

            assertThat(again.watermarks()).isZero();
            assertThat(again.daysAlreadyClosed()).isEqualTo(again.days());
            Map<TopicPartition, List<String>> twice = log(topics);
            assertThat(withoutDuplicates(twice)).isEqualTo(once);
            twice.forEach((partition, records) -> {
                List<String> before = once.getOrDefault(partition, List.of());
                assertThat(records.subList(before.size(), records.size()))
                        .isEqualTo(before.stream()
                                .filter(record -> !record.startsWith("closed"))
                                .toList());
            });
        }
    }

    @Test
    void whatAKilledImportLeftUncommittedDoesNotCount() {
        try (TopicCatalogue topics = topics("unfinished.");
                KafkaProducer<byte[], byte[]> killed =
                        new KafkaProducer<>(CsvImport.producerConfig(config, topics.prefix()))) {
            killed.initTransactions();
            killed.beginTransaction();
            var unused = killed.send(new ProducerRecord<>(topics.deals().name(), new byte[] {1}, new byte[] {2}));
            killed.flush();

            run(topics, ImportProgress.NONE, CsvImportBrokerTest::never);

            assertThat(log(topics)).isEqualTo(renamed(undisturbed, topics));
        }
    }

    @Test
    void ofTwoImportsTheFirstEndsAndTheSecondFinishes() {
        try (TopicCatalogue topics = topics("two.");
                CsvImport first = CsvImport.connect(config, topics)) {
            List<ImportResult> second = new ArrayList<>();

            assertThatExceptionOfType(ImportException.class)
                    .isThrownBy(() -> first.run(
                            history,
                            (done, total, records) ->
                                    second.add(run(topics, ImportProgress.NONE, CsvImportBrokerTest::never)),
                            CsvImportBrokerTest::never))
                    .withMessageContaining("another import");

            assertThat(second).singleElement().matches(ImportResult::finished);
            assertThat(withoutDuplicates(log(topics))).isEqualTo(renamed(undisturbed, topics));
        }
    }

    @Test
    void aRestatementStoppedAndRunAgainIsThereAndStandsOverTheHistory() {
        Instant asOf = Instant.parse("2017-04-01T00:00:00Z");
        Restatement restatement = Restatement.of(
                history.export(),
                new Restatement.Settings(
                        Optional.of(asOf), true, Optional.of(history.lastDay().plusDays(1))));
        try (TopicCatalogue topics = topics("restated.")) {
            run(topics, ImportProgress.NONE, CsvImportBrokerTest::never);
            KafkaLog log = new KafkaLog(config);
            Map<String, LastChange> before = deals(log, topics);

            RestatementResult stopped = restate(topics, restatement, () -> true);
            RestatementResult finished = restate(topics, restatement, CsvImportBrokerTest::never);
            run(topics, ImportProgress.NONE, CsvImportBrokerTest::never);
            awaitEndOfTransactions(topics);

            assertThat(before).hasSize(3_000);
            assertThat(before.values())
                    .allMatch(last -> last.bySource() && last.order().version().isEmpty());
            assertThat(stopped.finished()).isFalse();
            assertThat(stopped.watermarks()).isZero();
            assertThat(finished.finished()).isTrue();
            assertThat(finished.deleted()).isZero();
            assertThat(finished.watermarks()).isEqualTo(2L * topics.inputs().size());
            assertThat(deals(log, topics)).hasSize(3_000);
            assertThat(deals(log, topics).values())
                    .allMatch(last -> last.order().version().equals(Optional.of(asOf.toEpochMilli())));
            assertThat(log.namesAsOf(topics.names())).hasSize(7).containsValue(asOf);
            assertThat(log.firstClosedDay(topics.reps().name())).contains(FIRST.minusDays(1));
        }
    }

    private static Map<String, LastChange> deals(KafkaLog log, TopicCatalogue topics) {
        return log.lastChanges(topics.deals(), event -> LastChange.of(event, "test-crm"));
    }

    private static RestatementResult restate(TopicCatalogue topics, Restatement restatement, BooleanSupplier stop) {
        try (CsvImport csvImport = CsvImport.connect(config, topics)) {
            return csvImport.run(restatement, ImportProgress.NONE, stop);
        }
    }

    private static ImportResult run(TopicCatalogue topics, ImportProgress progress, BooleanSupplier stop) {
        try (CsvImport csvImport = CsvImport.connect(config, topics)) {
            return csvImport.run(history, progress, stop);
        }
    }

    private static TopicCatalogue topics(String prefix) {
        TopicCatalogue topics =
                new TopicCatalogue(prefix, 2, SerdeFactory.avro(Map.of("schema.registry.url", "mock://" + prefix)));
        try (Admin admin = Admin.create(config)) {
            new TopicAdmin(admin).create(topics, (short) 1);
        }
        return topics;
    }

    /** A commit returns before each partition has its marker; who takes the transactional id over waits for them. */
    private static void awaitEndOfTransactions(TopicCatalogue topics) {
        try (KafkaProducer<byte[], byte[]> next =
                new KafkaProducer<>(CsvImport.producerConfig(config, topics.prefix()))) {
            next.initTransactions();
        }
    }

    /** What readers see of each partition, in order: watermarks, and records by key and bytes. */
    private static Map<TopicPartition, List<String>> log(TopicCatalogue topics) {
        awaitEndOfTransactions(topics);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(WatermarkReader.consumerConfig(config))) {
            Map<TopicPartition, List<String>> log = new LinkedHashMap<>();
            for (Topic<?, ?> topic : List.of(topics.deals(), topics.reps(), topics.names())) {
                consumer.partitionsFor(topic.name()).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .forEach(partition -> log.put(partition, new ArrayList<>()));
            }
            consumer.assign(log.keySet());
            consumer.seekToBeginning(log.keySet());
            Map<TopicPartition, Long> end = consumer.endOffsets(log.keySet());
            while (end.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    log.computeIfAbsent(new TopicPartition(record.topic(), record.partition()), p -> new ArrayList<>())
                            .add(describe(record));
                }
            }
            return log;
        }
    }

    private static String describe(ConsumerRecord<byte[], byte[]> record) {
        return record.value() == null
                ? "closed "
                        + WatermarkRecord.read(record.headers()).orElseThrow().day()
                : new String(record.key(), StandardCharsets.UTF_8)
                        + " "
                        + HexFormat.of().formatHex(record.value());
    }

    private static Map<TopicPartition, List<String>> withoutDuplicates(Map<TopicPartition, List<String>> log) {
        Map<TopicPartition, List<String>> result = new LinkedHashMap<>();
        log.forEach((partition, records) -> {
            Set<String> seen = new HashSet<>();
            result.put(
                    partition,
                    // A watermark that came twice would be a fault, so it stays.
                    records.stream()
                            .filter(record -> record.startsWith("closed") || seen.add(record))
                            .toList());
        });
        return result;
    }

    private static Map<TopicPartition, List<String>> renamed(
            Map<TopicPartition, List<String>> log, TopicCatalogue topics) {
        Map<TopicPartition, List<String>> result = new LinkedHashMap<>();
        log.forEach((partition, records) -> result.put(
                new TopicPartition(
                        topics.prefix() + partition.topic().substring("undisturbed.".length()), partition.partition()),
                records));
        return result;
    }

    private static boolean never() {
        return false;
    }
}
