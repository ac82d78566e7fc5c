package io.upswing.producers.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.upswing.schemas.ActivityEvent;
import io.upswing.schemas.DealEvent;
import io.upswing.schemas.DealState;
import io.upswing.schemas.DealStatus;
import io.upswing.schemas.Deleted;
import io.upswing.schemas.Merged;
import io.upswing.schemas.QuotaEvent;
import io.upswing.schemas.RepEvent;
import io.upswing.schemas.serde.SerdeFactory;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.topics.TopicCatalogue;
import io.upswing.schemas.watermarks.WatermarkRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a second export publishes, given what lies in the topics. */
class RestatementTest {
    /** The end of 2018-01-15 in Copenhagen. */
    private static final Instant AS_OF = Instant.parse("2018-01-15T22:59:59.999Z");

    private static final LocalDate CLOSED = LocalDate.of(2018, 1, 12);
    private static final long VERSION = AS_OF.toEpochMilli();
    private static final String OPEN = "D1,Anna,Engaging,2018-01-02,,7";

    @TempDir
    Path directory;

    private final TopicCatalogue topics =
            new TopicCatalogue("t.", 2, SerdeFactory.avro(Map.of("schema.registry.url", "mock://restatement-test")));
    private final Map<TopicPartition, Optional<LocalDate>> closed = new HashMap<>();
    private final StubLog log = new StubLog(closed);
    private MockProducer<byte[], byte[]> producer = newProducer();

    RestatementTest() {
        for (Topic<?, ?> topic : topics.inputs()) {
            closed.put(new TopicPartition(topic.name(), 0), Optional.of(CLOSED));
            closed.put(new TopicPartition(topic.name(), 1), Optional.of(CLOSED));
        }
    }

    @AfterEach
    void close() {
        producer.close();
        topics.close();
    }

    @Test
    void eachRowIsOneEventWithItsWholeStateAndTheAsOfVersion() {
        RestatementResult result =
                run(deals("D1,Anna,Won,2018-01-02,2018-01-14,10", "D2,,Engaging,2018-01-03,,"), asOf());

        assertThat(sent())
                .containsExactly(
                        "names region", "names rep", "names team", "org.reps rep", "crm.deals D1", "crm.deals D2");
        DealEvent event = deal("D1");
        assertThat(event.getEventId()).isEqualTo("deals:D1:" + VERSION);
        assertThat(event.getSource()).isEqualTo("test-crm");
        assertThat(event.getSourceVersion()).isEqualTo(VERSION);
        assertThat(event.getOccurredAt()).isEqualTo(AS_OF);
        DealState state = (DealState) event.getChange();
        assertThat(state.getStatus()).isEqualTo(DealStatus.WON);
        assertThat(state.getAmountMinor()).isEqualTo(1_000);
        assertThat(state.getCreated()).isEqualTo(LocalDate.of(2018, 1, 2));
        assertThat(state.getClosed()).isEqualTo(LocalDate.of(2018, 1, 14));
        assertThat(result).isEqualTo(new RestatementResult(true, AS_OF, 6, 0, 0, 3, List.of()));
    }

    @Test
    void theSameExportAgainGivesTheSameBytes() {
        Export export = deals(OPEN).read();

        run(export, asOf());
        List<String> first = bytes();
        producer = newProducer();
        run(export, asOf());

        assertThat(bytes()).isEqualTo(first);
    }

    @Test
    void repsHoldFromTheAsOfDayUnlessRowsSayFromWhen() {
        run(deals(OPEN), asOf());

        RepEvent event = only(topics.reps());
        assertThat(event.getEffectiveFrom()).isEqualTo("2018-01-15");
        assertThat(event.getSourceVersion()).isEqualTo(VERSION);
        assertThat(event.getEventId()).endsWith(":2018-01-15:" + VERSION);
    }

    @Test
    void repsWhoseRowsSayFromWhenHoldFromThenAndFromTheFirstDayOfTheHistoryWhereTheyAreSilent() {
        ExportFiles files = deals(OPEN)
                .mappingWith("file: reps.csv", "file: reps.csv\n  effectiveFrom: {column: since, format: yyyy-MM-dd}")
                .reps("agent,manager,office,since\nAnna,Bo,North,\nAnna,Cy,North,2017-05-01\n");

        run(files, asOf());

        assertThat(all(topics.reps()))
                .extracting(RepEvent::getEffectiveFrom)
                .containsExactly(LocalDate.of(2017, 1, 1), LocalDate.of(2017, 5, 1));
        assertThat(all(topics.reps())).extracting(RepEvent::getEventId).doesNotHaveDuplicates();
    }

    @Test
    void daysAreClosedBehindTheRecordsOnlyIfAskedFor() {
        closed.put(new TopicPartition("t.crm.deals", 1), Optional.of(LocalDate.of(2018, 1, 13)));

        RestatementResult result = run(
                deals(OPEN),
                new Restatement.Settings(Optional.of(AS_OF), false, Optional.of(LocalDate.of(2018, 1, 14))));

        assertThat(sent().subList(0, 5)).endsWith("crm.deals D1");
        assertThat(sent().subList(5, 16))
                .allMatch(record -> record.endsWith("closed 2018-01-13"))
                .doesNotContain("crm.deals/1 closed 2018-01-13");
        assertThat(sent().subList(16, 28)).allMatch(record -> record.endsWith("closed 2018-01-14"));
        assertThat(sent()).hasSize(28);
        assertThat(result.watermarks()).isEqualTo(23);
    }

    @Test
    void whatIsClosedAlreadyIsNotClosedAgain() {
        RestatementResult result =
                run(deals(OPEN), new Restatement.Settings(Optional.of(AS_OF), false, Optional.of(CLOSED)));

        assertThat(result.watermarks()).isZero();
        assertThat(result.finished()).isTrue();
    }

    @Test
    void withoutAnyClosedDayItIsRefusedAndNothingIsPublished() {
        closed.put(new TopicPartition("t.crm.deals", 1), Optional.empty());

        assertThatExceptionOfType(ImportException.class)
                .isThrownBy(() -> run(deals(OPEN), asOf()))
                .withMessageContainingAll("no day is closed yet in t.crm.deals:", "history", "topics create");
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void aVersionColumnGivesTheVersionsAsNumbersOrAsMoments() {
        run(versioned("version", "41"), asOf());
        assertThat(deal("D1").getSourceVersion()).isEqualTo(41);
        assertThat(deal("D1").getEventId()).isEqualTo("deals:D1:41");
        assertThat(deal("D1").getOccurredAt()).isEqualTo(AS_OF);

        producer = newProducer();
        run(versioned("{column: version, format: \"yyyy-MM-dd HH:mm:ss\"}", "2018-01-14 10:00:00"), asOf());
        assertThat(deal("D1").getSourceVersion())
                .isEqualTo(Instant.parse("2018-01-14T09:00:00Z").toEpochMilli());
    }

    @Test
    void aRowWithoutAReadableVersionIsRefused() {
        Export missing = versioned("version", "").read();
        Export wrong = versioned("version", "v41").read();
        Export negative = versioned("version", "-1").read();

        assertThat(missing.refused().getFirst().message()).contains("line 2, version", "no version");
        assertThat(wrong.refused().getFirst().message()).contains("line 2, version 'v41'", "no whole number");
        assertThat(negative.refused()).hasSize(1);
    }

    @Test
    void withVersionsInAColumnTheTimeMayBeLeftOutAndIsTheEndOfTheLastClosedDay() {
        Restatement.Settings update = new Restatement.Settings(Optional.empty(), false, Optional.empty());

        RestatementResult result = run(versioned("version", "41"), update);

        assertThat(result.asOf()).isEqualTo("2018-01-12T22:59:59.999Z");
        assertThat(deal("D1").getSourceVersion()).isEqualTo(41);
        assertThat(only(topics.reps()).getEffectiveFrom()).isEqualTo("2018-01-12");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> run(deals(OPEN), update))
                .withMessageContaining("deals.version is missing");
    }

    @Test
    void activitiesAndQuotasAreRestatedToo() {
        ExportFiles files = ExportFiles.in(directory)
                .mapping(ExportFiles.MAPPING.replaceFirst("(?s)reps:.*", "") + """
                        activities:
                          file: activities.csv
                          id: id
                          kind: {column: type, call: [Call]}
                          happened: {column: day, format: yyyy-MM-dd}
                          version: rev
                        quotas:
                          file: quotas.csv
                          rep: rep
                          period: month
                          periodStart: {column: start, format: yyyy-MM-dd}
                          amount: target
                        """)
                .file("activities.csv", "id,type,day,rev\nA1,Call,2018-01-03,3\n")
                .file("quotas.csv", "rep,start,target\nR1,2018-01-01,500\n");

        run(files, asOf());

        ActivityEvent activity = only(topics.activities());
        assertThat(activity.getEventId()).isEqualTo("activities:A1:3");
        assertThat(activity.getSourceVersion()).isEqualTo(3);
        QuotaEvent quota = only(topics.quotas());
        assertThat(quota.getEventId()).isEqualTo("quotas:R1:month:2018-01-01:whole:" + VERSION);
        assertThat(quota.getSourceVersion()).isEqualTo(VERSION);
        assertThat(quota.getEffectiveFrom()).isNull();
    }

    @Test
    void namesThatANewerExportHasSaidStay() {
        Export export = deals(OPEN).read();
        String rep = "rep:" + export.reps().getFirst().id();
        log.names.put(rep, AS_OF.plusSeconds(1));

        run(export, asOf());
        List<String> older = sent();
        producer = newProducer();
        run(export, new Restatement.Settings(Optional.of(AS_OF.plusSeconds(1)), false, Optional.empty()));

        assertThat(older).contains("names team").doesNotContain("names rep");
        assertThat(sent()).contains("names team", "names rep");
        assertThat(producer.history().getFirst().headers().lastHeader("as-of").value())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("2018-01-15T23:00:00.999Z");
    }

    @Test
    void whatAFullExportDoesNotListIsDeleted() {
        put("D1", DealState.class, null, "2017-03-01T00:00:00Z", "test-crm");
        put("D2", DealState.class, null, "2017-03-01T00:00:00Z", "test-crm");
        put("d1", DealState.class, null, "2017-03-01T00:00:00Z", "test-crm");
        put("d2", DealState.class, null, "2017-03-01T00:00:00Z", "test-crm");

        RestatementResult result = run(deals(OPEN, "d2,Anna,Engaging,2018-01-02,,7"), full());

        assertThat(sent()).endsWith("crm.deals D1", "crm.deals d2", "crm.deals D2", "crm.deals d1");
        DealEvent event = deal("D2");
        assertThat(event.getChange()).isInstanceOf(Deleted.class);
        assertThat(event.getSourceVersion()).isEqualTo(VERSION);
        assertThat(event.getOccurredAt()).isEqualTo(AS_OF);
        assertThat(event.getSource()).isEqualTo("test-crm");
        assertThat(result.deleted()).isEqualTo(2);
    }

    @Test
    void withoutFullNothingIsDeleted() {
        put("D2", DealState.class, null, "2017-03-01T00:00:00Z", "test-crm");

        assertThat(run(deals(OPEN), asOf()).deleted()).isZero();
    }

    @Test
    void whatIsGoneOfAnotherSourceOrNewerThanTheExportIsLeftAlone() {
        put("D2", Deleted.class, null, "2017-03-01T00:00:00Z", "test-crm");
        put("D3", Merged.class, null, "2017-03-01T00:00:00Z", "test-crm");
        put("D4", DealState.class, null, "2017-03-01T00:00:00Z", "other-crm");
        put("D5", DealState.class, VERSION + 1, "2018-02-01T00:00:00Z", "test-crm");

        RestatementResult result = run(deals(OPEN), full());

        assertThat(result.deleted()).isZero();
    }

    @Test
    void whereTheSourceHasVersionsADeletionTakesTheLastOneAndStandsAfterItByItsTime() {
        put("D2", DealState.class, 7L, "2018-01-01T00:00:00Z", "test-crm");

        run(versioned("version", "41"), full());

        DealEvent event = deal("D2");
        assertThat(event.getChange()).isInstanceOf(Deleted.class);
        assertThat(event.getSourceVersion()).isEqualTo(7);
        assertThat(event.getOccurredAt()).isEqualTo(AS_OF);
    }

    @Test
    void entitiesOfRefusedRowsAreKeptIfTheirIdsCanBeRead() {
        put("D2", DealState.class, null, "2017-03-01T00:00:00Z", "test-crm");

        RestatementResult result = run(deals(OPEN, "D2,Anna,Engaging,nonsense,,7"), full());

        assertThat(result.refused()).hasSize(1);
        assertThat(result.deleted()).isZero();
    }

    @Test
    void aRowWhoseIdCannotBeReadOrAnEmptyFileForbidsAFullExport() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> run(deals(OPEN, ",Anna,Engaging,2018-01-02,,7"), full()))
                .withMessageContainingAll("id can't be read", "deals.csv, line 3");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> run(deals(OPEN, "D2,Anna,Engaging,2018-01-02,7"), full()))
                .withMessageContainingAll("id can't be read", "deals.csv, line 3");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> run(deals().dealFile(ExportFiles.DEAL_HEADER), full()))
                .withMessageContaining("has no rows");
        assertThat(run(deals(OPEN, ",Anna,Engaging,2018-01-02,,7"), asOf()).finished())
                .isTrue();
    }

    @Test
    void aStopLeavesWholeTransactionsAndClosesNoDay() {
        List<Long> progress = new ArrayList<>();
        Restatement restatement = Restatement.of(
                many(), new Restatement.Settings(Optional.of(AS_OF), false, Optional.of(LocalDate.of(2018, 1, 14))));

        RestatementResult stopped = new CsvImport(producer, log, topics)
                .run(restatement, (done, total, records) -> progress.add(done), () -> progress.size() == 2);

        assertThat(stopped.finished()).isFalse();
        assertThat(stopped.records()).isEqualTo(progress.getLast()).isPositive();
        assertThat(stopped.watermarks()).isZero();
        assertThat(producer.history()).hasSize((int) stopped.records());
        assertThat(producer.uncommittedRecords()).isEmpty();
    }

    @Test
    void progressCountsUpToAllRecordsAndDays() {
        List<String> progress = new ArrayList<>();
        Restatement restatement = Restatement.of(
                many(), new Restatement.Settings(Optional.of(AS_OF), false, Optional.of(LocalDate.of(2018, 1, 14))));

        RestatementResult result = new CsvImport(producer, log, topics)
                .run(
                        restatement,
                        (done, total, records) -> progress.add(done + "/" + total + " " + records),
                        () -> false);

        assertThat(progress).hasSize(3).last().isEqualTo("4506/4506 " + result.records());
    }

    private static MockProducer<byte[], byte[]> newProducer() {
        return new MockProducer<>(Cluster.empty(), true, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private Export many() {
        return deals(IntStream.range(0, 4_500)
                        .mapToObj("D%d,Anna,Engaging,2018-01-02,,"::formatted)
                        .toArray(String[]::new))
                .read();
    }

    private static Restatement.Settings asOf() {
        return new Restatement.Settings(Optional.of(AS_OF), false, Optional.empty());
    }

    private static Restatement.Settings full() {
        return new Restatement.Settings(Optional.of(AS_OF), true, Optional.empty());
    }

    private ExportFiles deals(String... rows) {
        return ExportFiles.in(directory).deals(rows);
    }

    private ExportFiles versioned(String rule, String version) {
        return ExportFiles.in(directory)
                .mappingWith("amount: value", "amount: value\n  version: " + rule)
                .dealFile("id,agent,stage,engaged,closed,value,version\nD1,Anna,Engaging,2018-01-02,,7," + version
                        + "\n");
    }

    private RestatementResult run(ExportFiles files, Restatement.Settings settings) {
        return run(files.read(), settings);
    }

    private RestatementResult run(Export export, Restatement.Settings settings) {
        return new CsvImport(producer, log, topics)
                .run(Restatement.of(export, settings), ImportProgress.NONE, () -> false);
    }

    /** A deal that was published. */
    private void put(String id, Class<?> change, @Nullable Long version, String occurredAt, String source) {
        Object said = change.equals(Deleted.class)
                ? new Deleted()
                : change.equals(Merged.class)
                        ? new Merged("D1")
                        : DealState.newBuilder()
                                .setStatus(DealStatus.OPEN)
                                .setCredits(List.of())
                                .build();
        log.events
                .computeIfAbsent("crm.deals", topic -> new HashMap<>())
                .put(
                        id,
                        DealEvent.newBuilder()
                                .setEventId("e")
                                .setSource(source)
                                .setSourceVersion(version)
                                .setOccurredAt(Instant.parse(occurredAt))
                                .setChange(said)
                                .build());
    }

    private DealEvent deal(String id) {
        return producer.history().stream()
                .filter(record -> record.topic().equals(topics.deals().name())
                        && key(record).equals(id))
                .map(record -> value(topics.deals(), record))
                .findFirst()
                .orElseThrow();
    }

    private <V> V only(Topic<String, V> topic) {
        assertThat(all(topic)).hasSize(1);
        return all(topic).getFirst();
    }

    private <V> List<V> all(Topic<String, V> topic) {
        return producer.history().stream()
                .filter(record -> record.topic().equals(topic.name()) && record.value() != null)
                .map(record -> value(topic, record))
                .toList();
    }

    private static <V> V value(Topic<String, V> topic, ProducerRecord<byte[], byte[]> record) {
        return topic.valueSerde().deserializer().deserialize(topic.name(), record.headers(), record.value());
    }

    private static String key(ProducerRecord<byte[], byte[]> record) {
        return new String(record.key(), StandardCharsets.UTF_8);
    }

    private List<String> bytes() {
        return producer.history().stream()
                .map(record -> key(record) + HexFormat.of().formatHex(record.value()))
                .toList();
    }

    private List<String> sent() {
        return producer.history().stream().map(RestatementTest::describe).toList();
    }

    private static String describe(ProducerRecord<byte[], byte[]> record) {
        String topic = record.topic().substring("t.".length());
        if (record.value() == null) {
            WatermarkRecord watermark = WatermarkRecord.read(record.headers()).orElseThrow();
            return "%s/%d closed %s".formatted(topic, record.partition(), watermark.day());
        }
        return topic + " " + key(record).replaceFirst("[-:].*", "");
    }
}
