package io.upswing.producers.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.upswing.schemas.Name;
import io.upswing.schemas.serde.SerdeFactory;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.topics.TopicCatalogue;
import io.upswing.schemas.watermarks.WatermarkRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvImportTest {

    @TempDir
    Path directory;

    private final TopicCatalogue topics =
            new TopicCatalogue("t.", 2, SerdeFactory.avro(Map.of("schema.registry.url", "mock://csv-import-test")));
    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(Cluster.empty(), true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final Map<TopicPartition, Optional<LocalDate>> closed = new HashMap<>();
    private final CsvImport csvImport = new CsvImport(producer, new StubLog(closed), topics);

    CsvImportTest() {
        for (Topic<?, ?> topic : topics.inputs()) {
            closed.put(new TopicPartition(topic.name(), 0), Optional.empty());
            closed.put(new TopicPartition(topic.name(), 1), Optional.empty());
        }
    }

    @AfterEach
    void close() {
        csvImport.close();
        topics.close();
    }

    @Test
    void firstTheDayBeforeIsClosedThenEachDaysRecordsComeBeforeItsWatermarks() {
        History history = history("D1,Anna,Won,2017-01-02,2017-01-04,1", "D2,Anna,Engaging,2017-01-03,,");

        ImportResult result = csvImport.run(history, ImportProgress.NONE, CsvImportTest::never);

        assertThat(sent())
                .isEqualTo(joined(List.of(
                        closedEverywhere("2017-01-01"),
                        List.of("names region", "names rep", "names team", "org.reps rep", "crm.deals D1"),
                        closedEverywhere("2017-01-02"),
                        List.of("crm.deals D2"),
                        closedEverywhere("2017-01-03"),
                        List.of("crm.deals D1"),
                        closedEverywhere("2017-01-04"))));
        assertThat(result)
                .isEqualTo(new ImportResult(
                        true, LocalDate.of(2017, 1, 2), LocalDate.of(2017, 1, 4), 3, 0, 7, 48, 3, List.of()));
    }

    @Test
    void whatASupplementAddsToADayStandsBetweenItsRecordsAndItsWatermarks() {
        History history = history("D1,Anna,Engaging,2017-01-02,,", "D2,Anna,Engaging,2017-01-03,,");
        Supplement first = day -> Stream.of(name("rep:s" + day.getDayOfMonth()));
        Supplement next = day -> day.getDayOfMonth() == 3 ? Stream.of(name("team:s")) : Supplement.NONE.records(day);

        ImportResult result =
                csvImport.run(history, Supplement.of(first, next), ImportProgress.NONE, CsvImportTest::never);

        assertThat(sent())
                .isEqualTo(joined(List.of(
                        closedEverywhere("2017-01-01"),
                        List.of("names region", "names rep", "names team", "org.reps rep", "crm.deals D1", "names rep"),
                        closedEverywhere("2017-01-02"),
                        List.of("crm.deals D2", "names rep", "names team"),
                        closedEverywhere("2017-01-03"))));
        assertThat(result.records()).isEqualTo(9);
        assertThat(result.rows()).isEqualTo(3);
    }

    private static ImportRecord name(String key) {
        return new ImportRecord.OfName(key, new Name("Someone"), Optional.empty());
    }

    @Test
    void daysThatEveryPartitionHasClosedGoOutAgainWithoutWatermarks() {
        closed.replaceAll((partition, day) -> Optional.of(LocalDate.of(2017, 1, 3)));

        ImportResult result = csvImport.run(
                history("D1,Anna,Won,2017-01-02,2017-01-04,1"), ImportProgress.NONE, CsvImportTest::never);

        assertThat(sent())
                .isEqualTo(joined(List.of(
                        List.of("names region", "names rep", "names team", "org.reps rep"),
                        List.of("crm.deals D1", "crm.deals D1"),
                        closedEverywhere("2017-01-04"))));
        assertThat(result.daysAlreadyClosed()).isEqualTo(2);
        assertThat(result.days()).isEqualTo(3);
    }

    @Test
    void noPartitionIsToldADayThatItHasClosedAlready() {
        closed.put(new TopicPartition("t.crm.deals", 1), Optional.of(LocalDate.of(2017, 1, 3)));

        csvImport.run(history("D1,Anna,Won,2017-01-02,2017-01-04,1"), ImportProgress.NONE, CsvImportTest::never);

        assertThat(sent())
                .filteredOn(record -> record.startsWith("crm.deals/1"))
                .containsExactly("crm.deals/1 closed 2017-01-04");
        assertThat(sent())
                .filteredOn(record -> record.startsWith("crm.deals/0"))
                .containsExactly(
                        "crm.deals/0 closed 2017-01-01",
                        "crm.deals/0 closed 2017-01-02",
                        "crm.deals/0 closed 2017-01-03",
                        "crm.deals/0 closed 2017-01-04");
    }

    @Test
    void aStopLeavesWholeDays() {
        List<Long> progress = new ArrayList<>();

        ImportResult result = csvImport.run(
                longHistory(), (daysDone, daysTotal, records) -> progress.add(daysDone), () -> progress.size() == 2);

        assertThat(result.finished()).isFalse();
        assertThat(progress).hasSize(2);
        assertThat(result.days()).isEqualTo(progress.getLast());
        assertThat(sent().getLast())
                .isEqualTo("rules/1 closed " + result.firstDay().plusDays(result.days() - 1));
        assertThat(sent()).hasSize((int) (result.records() + result.watermarks()));
        assertThat(producer.uncommittedRecords()).isEmpty();
    }

    @Test
    void anInterruptStopsItAndStaysOnTheThread() {
        ImportResult result = csvImport.run(
                longHistory(),
                (daysDone, daysTotal, records) -> Thread.currentThread().interrupt(),
                CsvImportTest::never);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(result.finished()).isFalse();
        assertThat(result.days()).isPositive();
    }

    @Test
    void anInterruptDuringACommitLetsItEnd() {
        MockProducer<byte[], byte[]> interrupted =
                new MockProducer<>(Cluster.empty(), true, null, new ByteArraySerializer(), new ByteArraySerializer()) {
                    private boolean first = true;

                    @Override
                    public void commitTransaction() {
                        if (first || Thread.currentThread().isInterrupted()) {
                            first = false;
                            throw new InterruptException("while waiting for the broker");
                        }
                        super.commitTransaction();
                    }
                };

        ImportResult result = new CsvImport(interrupted, new StubLog(closed), topics)
                .run(longHistory(), ImportProgress.NONE, CsvImportTest::never);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(result.finished()).isFalse();
        assertThat(interrupted.history())
                .hasSize((int) (result.records() + result.watermarks()))
                .isNotEmpty();
    }

    @Test
    void progressCountsUpToAllDays() {
        List<String> progress = new ArrayList<>();

        ImportResult result = csvImport.run(
                longHistory(),
                (done, total, records) -> progress.add(done + "/" + total + " " + records),
                CsvImportTest::never);

        assertThat(progress).hasSizeGreaterThan(2).last().isEqualTo("90/90 " + result.records());
    }

    @Test
    void whatCannotBeCommittedIsDroppedAndTheFailureGoesUp() {
        producer.commitTransactionException = new KafkaException("no space left");

        assertThatExceptionOfType(KafkaException.class)
                .isThrownBy(() -> csvImport.run(longHistory(), ImportProgress.NONE, CsvImportTest::never))
                .withMessage("no space left");
        assertThat(producer.transactionAborted()).isTrue();
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void anImportThatAnotherOneHasFencedSaysSo() {
        assertThatExceptionOfType(ImportException.class)
                .isThrownBy(() -> csvImport.run(
                        longHistory(), (done, total, records) -> producer.fenceProducer(), CsvImportTest::never))
                .withMessageContaining("another import");
    }

    @Test
    void durabilityAndPartitioningAreNotForConfigurationToChange() {
        Map<String, Object> config = CsvImport.producerConfig(
                Map.of(
                        "bootstrap.servers", "h:1",
                        "acks", "0",
                        "enable.idempotence", "false",
                        "partitioner.class", "x.Y",
                        "linger.ms", "50"),
                "t.");

        assertThat(config)
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", true)
                .containsEntry("transactional.id", "t.import")
                .containsEntry("linger.ms", "50")
                .doesNotContainKey("partitioner.class");
    }

    private History history(String... rows) {
        return History.of(ExportFiles.in(directory).deals(rows).read(), Optional.empty());
    }

    /** 90 days with 50 deals created on each: some transactions long. */
    private History longHistory() {
        LocalDate first = LocalDate.of(2017, 1, 1);
        return history(IntStream.range(0, 4_500)
                .mapToObj(i -> "D%d,Anna,Engaging,%s,,".formatted(i, first.plusDays(i / 50)))
                .toArray(String[]::new));
    }

    /** The watermarks of a day in all input partitions, in the order in which they are sent. */
    private List<String> closedEverywhere(String day) {
        return closed.keySet().stream()
                .map(partition -> "%s/%d closed %s"
                        .formatted(partition.topic().substring("t.".length()), partition.partition(), day))
                .sorted()
                .toList();
    }

    private static List<String> joined(List<List<String>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }

    /** What was committed: of a watermark topic, partition and day, of a record topic and key, hashes left out. */
    private List<String> sent() {
        return producer.history().stream().map(CsvImportTest::describe).toList();
    }

    private static String describe(ProducerRecord<byte[], byte[]> record) {
        String topic = record.topic().substring("t.".length());
        if (record.value() == null) {
            WatermarkRecord watermark = WatermarkRecord.read(record.headers()).orElseThrow();
            return "%s/%d closed %s".formatted(topic, record.partition(), watermark.day());
        }
        return topic + " " + new String(record.key(), StandardCharsets.UTF_8).replaceFirst("[-:].*", "");
    }

    private static boolean never() {
        return false;
    }
}
