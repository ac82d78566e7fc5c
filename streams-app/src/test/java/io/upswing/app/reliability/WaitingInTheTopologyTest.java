package io.upswing.app.reliability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.app.intake.RegistryCircuit;
import io.upswing.app.topology.PartitionCounts;
import io.upswing.app.topology.PipelineTopology;
import io.upswing.app.topology.Plumbing;
import io.upswing.app.topology.StageObserver;
import io.upswing.app.topology.Tasks;
import io.upswing.core.entity.CreditPolicy;
import io.upswing.core.entity.EntityStage;
import io.upswing.core.evaluation.Evaluation;
import io.upswing.core.evaluation.Wording;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.WindowSettings;
import io.upswing.core.rep.RepStage;
import io.upswing.core.source.Bounds;
import io.upswing.core.time.Days;
import io.upswing.core.time.OrganizationZone;
import io.upswing.core.time.WorkingCalendar;
import io.upswing.schemas.DealEvent;
import io.upswing.schemas.DealState;
import io.upswing.schemas.DealStatus;
import io.upswing.schemas.serde.SerdeFactory;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.topics.TopicCatalogue;
import io.upswing.schemas.watermarks.WatermarkRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WaitingInTheTopologyTest {
    private static final LocalDate DAY = LocalDate.of(2017, 3, 1);

    private final Map<LocalDate, Long> wonAsEvaluated = new TreeMap<>();
    private final TopicCatalogue catalogue = new TopicCatalogue(
            "upswing.",
            1,
            SerdeFactory.of(
                    AwayableSerde.class.getName(),
                    Map.of("schema.registry.url", "mock://" + WaitingInTheTopologyTest.class.getSimpleName())));
    private final TopologyTestDriver driver =
            new TopologyTestDriver(new PipelineTopology(plumbing()).get(), properties(), Instant.EPOCH);
    private long version;

    @AfterEach
    void close() {
        AwayableSerde.away(false);
        driver.close();
        catalogue.close();
    }

    @Test
    void dealsAndWatermarksThatWaitAreEvaluatedAsIfTheyHadNotWaited() {
        closed(DAY.minusDays(1));
        deal("d1", DAY);
        AwayableSerde.away(true);
        deal("d2", DAY);
        closed(DAY);
        deal("d3", DAY.plusDays(1));
        deal("d4", DAY.plusDays(1));
        closed(DAY.plusDays(1));
        emit();
        assertThat(wonAsEvaluated).doesNotContainKeys(DAY, DAY.plusDays(1));

        AwayableSerde.away(false);
        emit();

        assertThat(wonAsEvaluated).containsEntry(DAY, 2L).containsEntry(DAY.plusDays(1), 2L);
        assertThat(driver.createOutputTopic(
                                catalogue.deadLetters().name(),
                                new ByteArrayDeserializer(),
                                new ByteArrayDeserializer())
                        .isEmpty())
                .isTrue();
    }

    private Plumbing plumbing() {
        Bounds bounds = new Bounds(730);
        long[] clock = {0};
        return new Plumbing(
                "upswing.app",
                catalogue,
                new PartitionCounts(1, 1, 1),
                new OrganizationZone(ZoneOffset.UTC),
                new EntityStage.Settings("USD", CreditPolicy.KEEP, bounds, 60),
                new RepStage.Settings(
                        WindowSettings.defaults(WorkingCalendar.PLAIN),
                        bounds,
                        30,
                        new OrganizationZone(ZoneOffset.UTC),
                        new Wording("USD", 2)),
                WindowSettings.defaults(WorkingCalendar.PLAIN),
                new TreeMap<>(),
                Duration.ofMillis(200),
                new RegistryCircuit(() -> clock[0] += Duration.ofMinutes(1).toNanos()),
                new Tasks(),
                new StageObserver() {
                    @Override
                    public void evaluates(int task, Evaluation evaluation) {
                        wonAsEvaluated.put(
                                Days.date(evaluation.day()),
                                evaluation.own(evaluation.day()).get(Measure.DEALS_WON));
                    }
                });
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "upswing.app");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        // Another process may run the same topology: they would meet in the default folder.
        properties.put(
                StreamsConfig.STATE_DIR_CONFIG,
                Path.of("target", "state-" + ProcessHandle.current().pid()).toString());
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        return properties;
    }

    private TestInputTopic<byte[], byte[]> input(Topic<?, ?> topic) {
        return driver.createInputTopic(topic.name(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private void closed(LocalDate day) {
        for (Topic<?, ?> topic : catalogue.inputs()) {
            input(topic)
                    .pipeInput(new TestRecord<>(
                            (byte[]) null,
                            null,
                            WatermarkRecord.ofSingleSender(day).toHeaders()));
        }
    }

    private void deal(String id, LocalDate won) {
        DealState state = new DealState(DealStatus.WON, null, 100_00L, null, won, won, null, "r1", List.of());
        DealEvent event = new DealEvent("e" + ++version, null, version, Instant.EPOCH, state);
        Topic<String, DealEvent> deals = catalogue.deals();
        input(deals).pipeInput(id.getBytes(UTF_8), deals.serialized(event));
    }

    private void emit() {
        driver.advanceWallClockTime(Duration.ofMillis(200));
    }
}
