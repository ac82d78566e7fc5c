package io.upswing.app.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.upswing.app.intake.RegistryCircuit;
import io.upswing.core.entity.CreditPolicy;
import io.upswing.core.entity.EntityStage;
import io.upswing.core.evaluation.Wording;
import io.upswing.core.kpi.WindowSettings;
import io.upswing.core.rep.RepStage;
import io.upswing.core.source.Bounds;
import io.upswing.core.time.OrganizationZone;
import io.upswing.core.time.WorkingCalendar;
import io.upswing.schemas.ActivityEvent;
import io.upswing.schemas.CommandEvent;
import io.upswing.schemas.Credit;
import io.upswing.schemas.DealEvent;
import io.upswing.schemas.DealState;
import io.upswing.schemas.DealStatus;
import io.upswing.schemas.Deleted;
import io.upswing.schemas.KpiDay;
import io.upswing.schemas.KpiSnapshot;
import io.upswing.schemas.QuotaEvent;
import io.upswing.schemas.QuotaPeriod;
import io.upswing.schemas.QuotaState;
import io.upswing.schemas.RepEvent;
import io.upswing.schemas.RepState;
import io.upswing.schemas.RuleEvent;
import io.upswing.schemas.UnitDay;
import io.upswing.schemas.serde.SerdeFactory;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.topics.TopicCatalogue;
import io.upswing.schemas.watermarks.WatermarkRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The topology on one partition of each topic, in process, with a mock registry. Tests read as a story. */
final class PipelineFixture implements AutoCloseable {
    private static final OrganizationZone ZONE = new OrganizationZone(ZoneId.of("Europe/Copenhagen"));
    private static final Duration EMIT = Duration.ofMillis(200);

    private final TopicCatalogue catalogue;
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> deals;
    private final TestInputTopic<byte[], byte[]> activities;
    private final TestInputTopic<byte[], byte[]> reps;
    private final TestInputTopic<byte[], byte[]> quotas;
    private long version;

    PipelineFixture() {
        this("mock://" + PipelineFixture.class.getSimpleName(), StageObserver.NONE);
    }

    PipelineFixture(String registryUrl, StageObserver observer) {
        catalogue = catalogue(registryUrl);
        Plumbing plumbing = plumbing(catalogue, observer);
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, plumbing.applicationId());
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        // Another process may run the same topology: they would meet in the default folder.
        properties.put(
                StreamsConfig.STATE_DIR_CONFIG,
                Path.of("target", "state-" + ProcessHandle.current().pid()).toString());
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        driver = new TopologyTestDriver(new PipelineTopology(plumbing).get(), properties, Instant.EPOCH);
        deals = input(catalogue.deals());
        activities = input(catalogue.activities());
        reps = input(catalogue.reps());
        quotas = input(catalogue.quotas());
    }

    static TopicCatalogue catalogue(String registryUrl) {
        return new TopicCatalogue("upswing.", 1, SerdeFactory.avro(Map.of("schema.registry.url", registryUrl)));
    }

    static Plumbing plumbing(TopicCatalogue catalogue, StageObserver observer) {
        return plumbing(catalogue, observer, new TreeMap<>());
    }

    static Plumbing plumbing(TopicCatalogue catalogue, StageObserver observer, SortedMap<String, String> settings) {
        Bounds bounds = new Bounds(730);
        return new Plumbing(
                "upswing.app",
                catalogue,
                new PartitionCounts(1, 1, 1),
                ZONE,
                new EntityStage.Settings("USD", CreditPolicy.KEEP, bounds, 60),
                new RepStage.Settings(
                        WindowSettings.defaults(WorkingCalendar.PLAIN), bounds, 30, ZONE, new Wording("USD", 2)),
                WindowSettings.defaults(WorkingCalendar.PLAIN),
                settings,
                EMIT,
                new RegistryCircuit(new StepClock()),
                new Tasks(),
                observer);
    }

    private TestInputTopic<byte[], byte[]> input(Topic<?, ?> topic) {
        return driver.createInputTopic(topic.name(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    TopicCatalogue catalogue() {
        return catalogue;
    }

    /** Says the day in all inputs. */
    PipelineFixture closed(String day) {
        catalogue.inputs().forEach(topic -> closed(input(topic), day));
        return this;
    }

    private static void closed(TestInputTopic<byte[], byte[]> topic, String day) {
        Headers headers = WatermarkRecord.ofSingleSender(LocalDate.parse(day)).toHeaders();
        topic.pipeInput(new TestRecord<>((byte[]) null, null, headers));
    }

    PipelineFixture member(String rep, String team, String region) {
        return member(rep, team, region, "2010-01-01");
    }

    PipelineFixture member(String rep, String team, String region, String from) {
        RepState state = new RepState(team, region, null, List.of(), null);
        RepEvent event = new RepEvent("e" + ++version, null, version, Instant.EPOCH, LocalDate.parse(from), state);
        reps.pipeInput(rep.getBytes(UTF_8), bytes(catalogue.reps(), event));
        return this;
    }

    PipelineFixture won(String deal, String owner, String created, String closed, long amount) {
        return deal(deal, state(DealStatus.WON, owner, created, closed, amount));
    }

    PipelineFixture open(String deal, String owner, String created, long amount) {
        return deal(deal, state(DealStatus.OPEN, owner, created, null, amount));
    }

    PipelineFixture deleted(String deal) {
        return deal(deal, new Deleted());
    }

    static DealState state(
            DealStatus status, String owner, @Nullable Object created, @Nullable Object closed, long amount) {
        return new DealState(status, null, amount, null, date(created), date(closed), null, owner, List.<Credit>of());
    }

    private static @Nullable Object date(@Nullable Object date) {
        return date instanceof String text ? LocalDate.parse(text) : date;
    }

    PipelineFixture activity(String activity, Object change) {
        ActivityEvent event = new ActivityEvent("e" + ++version, "crm", version, Instant.EPOCH, change);
        activities.pipeInput(activity.getBytes(UTF_8), bytes(catalogue.activities(), event));
        return this;
    }

    PipelineFixture quota(String rep, QuotaPeriod period, String start, long amount) {
        QuotaEvent event = new QuotaEvent(
                "e" + ++version,
                "hr",
                version,
                Instant.EPOCH,
                period,
                LocalDate.parse(start),
                null,
                new QuotaState(amount, null));
        quotas.pipeInput(rep.getBytes(UTF_8), bytes(catalogue.quotas(), event));
        return this;
    }

    PipelineFixture rule(String id, RuleEvent rule) {
        return record(catalogue.rules(), id.getBytes(UTF_8), bytes(catalogue.rules(), rule), new RecordHeaders());
    }

    PipelineFixture command(String rep, CommandEvent command) {
        byte[] value = bytes(catalogue.commands(), command);
        return record(catalogue.commands(), rep.getBytes(UTF_8), value, new RecordHeaders());
    }

    PipelineFixture deal(String deal, Object change) {
        DealEvent event = new DealEvent("e" + ++version, null, version, Instant.EPOCH, change);
        return raw(deal.getBytes(UTF_8), bytes(catalogue.deals(), event));
    }

    PipelineFixture raw(byte @Nullable [] key, byte @Nullable [] value, String... headers) {
        Headers all = new RecordHeaders();
        for (int i = 0; i < headers.length; i += 2) {
            all.add(headers[i], headers[i + 1].getBytes(UTF_8));
        }
        deals.pipeInput(new TestRecord<>(key, value, all));
        return this;
    }

    PipelineFixture rawOrg(byte @Nullable [] key, byte @Nullable [] value) {
        reps.pipeInput(new TestRecord<>(key, value));
        return this;
    }

    PipelineFixture record(Topic<?, ?> topic, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        input(topic).pipeInput(new TestRecord<>(key, value, headers));
        return this;
    }

    PipelineFixture unitDay(String unit, UnitDay day) {
        input(catalogue.unitDays()).pipeInput(unit.getBytes(UTF_8), bytes(catalogue.unitDays(), day));
        return this;
    }

    static <V> byte[] bytes(Topic<?, V> topic, V value) {
        return topic.serialized(value);
    }

    /** Lets the emit interval pass. */
    PipelineFixture emit() {
        driver.advanceWallClockTime(EMIT);
        return this;
    }

    /** The last KPIs of a rep, and all that came before them are read. */
    Map<String, KpiSnapshot> current() {
        return last(catalogue.kpiCurrent());
    }

    Map<String, KpiSnapshot> units() {
        return last(catalogue.kpiUnits());
    }

    Map<String, KpiDay> daily() {
        return last(catalogue.kpiDaily());
    }

    <V> Map<String, V> last(Topic<String, V> topic) {
        Map<String, V> last = new HashMap<>();
        output(topic).readKeyValuesToList().forEach(entry -> last.put(entry.key, entry.value));
        return last;
    }

    /** What has come out since the last look, in order. */
    <V> List<V> told(Topic<String, V> topic) {
        return output(topic).readValuesToList();
    }

    private <V> TestOutputTopic<String, V> output(Topic<String, V> topic) {
        return driver.createOutputTopic(
                topic.name(), new StringDeserializer(), topic.valueSerde().deserializer());
    }

    List<TestRecord<byte[], byte[]>> records(Topic<?, ?> topic) {
        return driver.createOutputTopic(topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    static Optional<Double> value(@Nullable KpiSnapshot snapshot, String window, String kpi) {
        return Objects.requireNonNull(snapshot, "no KPIs were sent").getWindows().stream()
                .filter(w -> w.getWindow().equals(window))
                .flatMap(w -> w.getKpis().stream())
                .filter(k -> k.getKpi().equals(kpi))
                .findFirst()
                .flatMap(k -> Optional.ofNullable(k.getValue()));
    }

    @Override
    public void close() {
        driver.close();
        catalogue.close();
    }

    /** A clock for pauses that moves on by a minute with each look. */
    private static final class StepClock implements java.util.function.LongSupplier {
        private long now;

        @Override
        public long getAsLong() {
            return now += Duration.ofMinutes(1).toNanos();
        }
    }
}
