package io.upswing.app.topology;

import io.upswing.app.stores.StageStore;
import io.upswing.app.stores.StoreCatalogue;
import io.upswing.app.topology.Emission.Route;
import io.upswing.schemas.topics.Topic;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * The pipeline.
 *
 * <pre>
 * crm.deals, crm.activities ─▶ entity ──facts──▶ rep ──unit-sums──▶ unit ─▶ kpi.units
 *       org.reps, org.quotas, rules, commands ─▶ │ ◀───unit-days─── │
 *                                                 ▼
 *          kpi.current, kpi.daily, issues.*, plans.*, recognitions, command-results
 * </pre>
 *
 * <p>All is read and written as bytes: stages decode what comes, so that what can't be read becomes a dead letter, and an
 * unreachable registry does not.
 */
public final class PipelineTopology implements Supplier<Topology> {
    /** The global store of names, as bytes; only views read it. */
    public static final String NAMES = "names";

    /** The global store of notes, as bytes; only views read it. */
    public static final String NOTES = "notes";

    private static final Serde<byte[]> BYTES = Serdes.ByteArray();

    private final Plumbing plumbing;

    public PipelineTopology(Plumbing plumbing) {
        this.plumbing = plumbing;
    }

    @Override
    public Topology get() {
        StreamsBuilder builder = new StreamsBuilder();
        joined(builder, plumbing.catalogue().names(), NAMES);
        joined(builder, plumbing.catalogue().notes(), NOTES);

        KStream<byte[], byte[]> deals = read(builder, plumbing.catalogue().deals(), "deals");
        KStream<byte[], byte[]> activities = read(builder, plumbing.catalogue().activities(), "activities");
        KStream<byte[], byte[]> reps = read(builder, plumbing.catalogue().reps(), "reps");
        KStream<byte[], byte[]> quotas = read(builder, plumbing.catalogue().quotas(), "quotas");
        KStream<byte[], byte[]> rules = read(builder, plumbing.catalogue().rules(), "rules");
        KStream<byte[], byte[]> commands = read(builder, plumbing.catalogue().commands(), "commands");
        KStream<byte[], byte[]> unitDays = read(builder, plumbing.catalogue().unitDays(), "unit-days");

        KStream<byte[], Emission> entity = stage(
                builder,
                deals.merge(activities, Named.as("deals-and-activities")),
                EntityTask.STAGE,
                this::entity,
                StoreCatalogue.ENTITY);
        KStream<byte[], byte[]> facts = hand(
                entity,
                Route.FACTS,
                plumbing.catalogue().facts(),
                plumbing.partitions().reps());

        KStream<byte[], byte[]> aboutReps = facts.merge(reps, Named.as("facts-and-reps"))
                .merge(quotas, Named.as("facts-reps-and-quotas"))
                .merge(rules, Named.as("facts-quotas-and-rules"))
                .merge(commands, Named.as("facts-rules-and-commands"))
                .merge(unitDays, Named.as("facts-commands-and-unit-days"));
        KStream<byte[], Emission> rep = stage(builder, aboutReps, RepTask.STAGE, this::rep, StoreCatalogue.REP);
        KStream<byte[], byte[]> unitSums = hand(
                rep,
                Route.UNIT_SUMS,
                plumbing.catalogue().unitSums(),
                plumbing.partitions().units());
        write(rep, Route.KPI_CURRENT, plumbing.catalogue().kpiCurrent(), "kpi-current");
        write(rep, Route.KPI_DAILY, plumbing.catalogue().kpiDaily(), "kpi-daily");
        write(rep, Route.ISSUE_EVENTS, plumbing.catalogue().issueEvents(), "issues-events");
        write(rep, Route.ISSUES_CURRENT, plumbing.catalogue().issuesCurrent(), "issues-current");
        write(rep, Route.PLAN_EVENTS, plumbing.catalogue().planEvents(), "plans-events");
        write(rep, Route.PLANS_CURRENT, plumbing.catalogue().plansCurrent(), "plans-current");
        write(rep, Route.RECOGNITIONS, plumbing.catalogue().recognitions(), "recognitions");
        write(rep, Route.COMMAND_RESULTS, plumbing.catalogue().commandResults(), "command-results");

        KStream<byte[], Emission> unit = stage(builder, unitSums, UnitTask.STAGE, this::unit, StoreCatalogue.UNIT);
        write(unit, Route.KPI_UNITS, plumbing.catalogue().kpiUnits(), "kpi-units");
        tell(unit, Route.UNIT_DAYS, plumbing.catalogue().unitDays(), "unit-days");

        deadLetters(entity, EntityTask.STAGE);
        deadLetters(rep, RepTask.STAGE);
        deadLetters(unit, UnitTask.STAGE);
        return builder.build();
    }

    StageProcessor entity() {
        return new StageProcessor(
                EntityTask.STAGE,
                StageStore.ENTITY_PARKED,
                StageStore.ENTITY_QUALITY,
                StageStore.ENTITY_GATE,
                plumbing,
                EntityTask::new);
    }

    StageProcessor rep() {
        return new StageProcessor(
                RepTask.STAGE,
                StageStore.REP_PARKED,
                StageStore.REP_QUALITY,
                StageStore.REP_GATE,
                plumbing,
                RepTask::new);
    }

    StageProcessor unit() {
        return new StageProcessor(
                UnitTask.STAGE,
                StageStore.UNIT_PARKED,
                StageStore.UNIT_QUALITY,
                StageStore.UNIT_GATE,
                plumbing,
                UnitTask::new);
    }

    /** What views join when they read; the stages never see it. */
    private static void joined(StreamsBuilder builder, Topic<?, ?> topic, String name) {
        Materialized<byte[], byte[], KeyValueStore<Bytes, byte[]>> store = Materialized.<byte[], byte[]>as(
                        Stores.inMemoryKeyValueStore(name))
                .withKeySerde(BYTES)
                .withValueSerde(BYTES);
        builder.globalTable(topic.name(), Consumed.with(BYTES, BYTES).withName(name + "-source"), store);
    }

    private static KStream<byte[], byte[]> read(StreamsBuilder builder, Topic<?, ?> topic, String name) {
        return builder.stream(topic.name(), Consumed.with(BYTES, BYTES).withName(name + "-source"));
    }

    private static KStream<byte[], Emission> stage(
            StreamsBuilder builder,
            KStream<byte[], byte[]> input,
            String name,
            ProcessorSupplier<byte[], byte[], byte[], Emission> processor,
            Collection<StageStore> stores) {
        stores.forEach(store -> builder.addStateStore(store.builder()));
        String[] names = stores.stream().map(StageStore::storeName).toArray(String[]::new);
        return input.process(processor, Named.as(name + "-stage"), names);
    }

    /** To the next stage: facts by key, watermarks to all of its partitions. */
    private static KStream<byte[], byte[]> hand(
            KStream<byte[], Emission> stage, Route route, Topic<?, ?> topic, int partitions) {
        return bytes(stage, route, topic.name())
                .repartition(Repartitioned.<byte[], byte[]>as(topic.name())
                        .withKeySerde(BYTES)
                        .withValueSerde(BYTES)
                        .withNumberOfPartitions(partitions)
                        .withStreamPartitioner(watermarksToAll()));
    }

    private static void write(KStream<byte[], Emission> stage, Route route, Topic<?, ?> topic, String name) {
        bytes(stage, route, name).to(topic.name(), Produced.with(BYTES, BYTES).withName(name + "-sink"));
    }

    private static void tell(KStream<byte[], Emission> stage, Route route, Topic<?, ?> topic, String name) {
        bytes(stage, route, name)
                .to(
                        topic.name(),
                        Produced.with(BYTES, BYTES)
                                .withStreamPartitioner(toAll())
                                .withName(name + "-sink"));
    }

    private void deadLetters(KStream<byte[], Emission> stage, String name) {
        write(stage, Route.DEAD_LETTERS, plumbing.catalogue().deadLetters(), name + "-dead-letters");
    }

    private static KStream<byte[], byte[]> bytes(KStream<byte[], Emission> stage, Route route, String name) {
        return stage.filter((key, emission) -> emission.route() == route, Named.as(name + "-only"))
                .mapValues(Emission::bytes, Named.as(name + "-bytes"));
    }

    private static StreamPartitioner<byte[], byte[]> watermarksToAll() {
        return (topic, key, value, partitions) -> key.length == 0 ? Optional.of(all(partitions)) : Optional.empty();
    }

    private static StreamPartitioner<byte[], byte[]> toAll() {
        return (topic, key, value, partitions) -> Optional.of(all(partitions));
    }

    private static Set<Integer> all(int partitions) {
        return IntStream.range(0, partitions).boxed().collect(Collectors.toSet());
    }
}
