package io.upswing.app.topology;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upswing.app.stores.ChangedSettingsException;
import io.upswing.app.stores.StageStore;
import io.upswing.app.stores.StoreCatalogue;
import io.upswing.schemas.topics.TopicCatalogue;
import io.upswing.schemas.watermarks.WatermarkRecord;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A task that starts anew on the stores that an earlier one has left. */
class ChangedSettingsTest {
    private static final Map<String, String> SETTINGS =
            Map.of("deals.stale-after-days", "60", "time-zone", "Europe/Copenhagen");

    @TempDir
    Path dir = Path.of("");

    private final TopicCatalogue catalogue = PipelineFixture.catalogue("mock://changed-settings");

    record Stage(
            String name,
            List<StageStore> stores,
            Function<PipelineTopology, StageProcessor> start,
            Function<TopicCatalogue, String> input) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Stage> stages() {
        return Stream.of(
                new Stage(
                        "entity",
                        StoreCatalogue.ENTITY,
                        PipelineTopology::entity,
                        topics -> topics.deals().name()),
                new Stage(
                        "rep",
                        StoreCatalogue.REP,
                        PipelineTopology::rep,
                        topics -> topics.reps().name()),
                new Stage(
                        "unit",
                        StoreCatalogue.UNIT,
                        PipelineTopology::unit,
                        topics -> "upswing.app-" + topics.unitSums().name() + "-repartition"));
    }

    @AfterEach
    void close() {
        catalogue.close();
    }

    @ParameterizedTest
    @MethodSource("stages")
    void stateThatWasComputedWithOtherSettingsIsRefusedAndTheMessageSaysWhatToDo(Stage stage) {
        MockProcessorContext<byte[], Emission> context = context(stage);
        startsAndTakesARecord(stage, context, Map.of());

        assertThatThrownBy(() -> started(stage, context, Map.of("deals.stale-after-days", "90")))
                .isInstanceOf(ChangedSettingsException.class)
                .hasMessageContaining("deals.stale-after-days is 90")
                .hasMessageContaining("was computed with 60")
                .hasMessageContaining("set back deals.stale-after-days=60")
                .hasMessageContaining("./upswing reset")
                .hasMessageNotContaining("time-zone");
    }

    @ParameterizedTest
    @MethodSource("stages")
    void stateThatWasComputedWithTheSameSettingsIsGoneOnWith(Stage stage) {
        MockProcessorContext<byte[], Emission> context = context(stage);
        startsAndTakesARecord(stage, context, Map.of());

        assertThatCode(() -> startsAndTakesARecord(stage, context, Map.of())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("stages")
    void aTaskWithoutStateTakesAnySettings(Stage stage) {
        MockProcessorContext<byte[], Emission> context = context(stage);
        started(stage, context, Map.of());

        assertThatCode(() -> started(stage, context, Map.of("time-zone", "UTC")))
                .doesNotThrowAnyException();
    }

    private MockProcessorContext<byte[], Emission> context(Stage stage) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "upswing.app");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        MockProcessorContext<byte[], Emission> context =
                new MockProcessorContext<>(properties, new TaskId(0, 0), dir.toFile());
        context.setCurrentSystemTimeMs(0);
        for (StageStore name : stage.stores()) {
            KeyValueStore<Bytes, byte[]> store = Stores.keyValueStoreBuilder(
                            Stores.inMemoryKeyValueStore(name.storeName()), Serdes.Bytes(), Serdes.ByteArray())
                    .withLoggingDisabled()
                    .withCachingDisabled()
                    .build();
            store.init(context.getStateStoreContext(), store);
            context.addStateStore(store);
        }
        return context;
    }

    private StageProcessor started(
            Stage stage, MockProcessorContext<byte[], Emission> context, Map<String, String> changed) {
        TreeMap<String, String> settings = new TreeMap<>(SETTINGS);
        settings.putAll(changed);
        StageProcessor processor = stage.start()
                .apply(new PipelineTopology(PipelineFixture.plumbing(catalogue, StageObserver.NONE, settings)));
        processor.init(context);
        return processor;
    }

    private void startsAndTakesARecord(
            Stage stage, MockProcessorContext<byte[], Emission> context, Map<String, String> changed) {
        StageProcessor processor = started(stage, context, changed);
        context.setRecordMetadata(stage.input().apply(catalogue), 0, 0);
        LocalDate day = LocalDate.of(2017, 2, 28);
        processor.process(new Record<>(
                new byte[0], null, 0, WatermarkRecord.ofSingleSender(day).toHeaders()));
        processor.close();
    }
}
