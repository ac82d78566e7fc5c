package io.upswing.app.stores;

import static io.upswing.app.stores.StageStore.ENTITY_ACTIVITIES;
import static io.upswing.app.stores.StageStore.ENTITY_DEALS;
import static io.upswing.app.stores.StageStore.ENTITY_GATE;
import static io.upswing.app.stores.StageStore.ENTITY_PARKED;
import static io.upswing.app.stores.StageStore.ENTITY_QUALITY;
import static io.upswing.app.stores.StageStore.REP_CASES;
import static io.upswing.app.stores.StageStore.REP_CHANGES;
import static io.upswing.app.stores.StageStore.REP_CLOSED_SUMS;
import static io.upswing.app.stores.StageStore.REP_COMMANDS;
import static io.upswing.app.stores.StageStore.REP_CORRECTIONS;
import static io.upswing.app.stores.StageStore.REP_EVALUATED_SUMS;
import static io.upswing.app.stores.StageStore.REP_EVALUATIONS;
import static io.upswing.app.stores.StageStore.REP_GATE;
import static io.upswing.app.stores.StageStore.REP_MARKET;
import static io.upswing.app.stores.StageStore.REP_OUTBOX;
import static io.upswing.app.stores.StageStore.REP_PANES;
import static io.upswing.app.stores.StageStore.REP_PARKED;
import static io.upswing.app.stores.StageStore.REP_QUALITY;
import static io.upswing.app.stores.StageStore.REP_REPS;
import static io.upswing.app.stores.StageStore.REP_RULES;
import static io.upswing.app.stores.StageStore.UNIT_CHANGES;
import static io.upswing.app.stores.StageStore.UNIT_CLOSED_SUMS;
import static io.upswing.app.stores.StageStore.UNIT_GATE;
import static io.upswing.app.stores.StageStore.UNIT_OUTBOX;
import static io.upswing.app.stores.StageStore.UNIT_PANES;
import static io.upswing.app.stores.StageStore.UNIT_PARKED;
import static io.upswing.app.stores.StageStore.UNIT_QUALITY;
import static io.upswing.app.stores.StageStore.UNIT_SENT;

import io.upswing.core.entity.Activity;
import io.upswing.core.entity.Deal;
import io.upswing.core.entity.EntityStores;
import io.upswing.core.entity.Quality;
import io.upswing.core.issues.Scope;
import io.upswing.core.rep.RepStores;
import io.upswing.core.unit.UnitStores;
import io.upswing.producers.rules.CelConditions;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The stores of each stage, and what the stages see of them. The functions give the store of a name: of the task's
 * context, or, for views, of an interactive query on one partition.
 */
public final class StoreCatalogue {
    /** The stores of the entity stage. */
    public static final List<StageStore> ENTITY =
            List.of(ENTITY_DEALS, ENTITY_ACTIVITIES, ENTITY_QUALITY, ENTITY_GATE, ENTITY_PARKED);
    /** The stores of the rep stage. */
    public static final List<StageStore> REP = List.of(
            REP_GATE,
            REP_EVALUATIONS,
            REP_REPS,
            REP_PANES,
            REP_CHANGES,
            REP_CLOSED_SUMS,
            REP_EVALUATED_SUMS,
            REP_CORRECTIONS,
            REP_RULES,
            REP_COMMANDS,
            REP_CASES,
            REP_MARKET,
            REP_OUTBOX,
            REP_QUALITY,
            REP_PARKED);
    /** The stores of the unit stage. */
    public static final List<StageStore> UNIT = List.of(
            UNIT_GATE, UNIT_PANES, UNIT_CHANGES, UNIT_CLOSED_SUMS, UNIT_SENT, UNIT_OUTBOX, UNIT_QUALITY, UNIT_PARKED);

    private static Scope.Condition condition(String source) {
        return new CelConditions().compile(source);
    }

    private StoreCatalogue() {}

    /** The stores of the entity stage. */
    public static EntityStores entity(Function<String, KeyValueStore<Bytes, byte[]>> stores) {
        return entityOver(writable(stores));
    }

    /** The stores of the entity stage, for views: a write throws {@link UnsupportedOperationException}. */
    public static EntityStores entityView(Function<String, ReadOnlyKeyValueStore<Bytes, byte[]>> stores) {
        return entityOver(readOnly(stores));
    }

    private static EntityStores entityOver(Function<StageStore, ByteStore> stores) {
        return new EntityStores(
                new StoredEntities<>(stores.apply(ENTITY_DEALS), DealCodec.DEAL, Deal.UNKNOWN),
                new StoredEntities<>(stores.apply(ENTITY_ACTIVITIES), ActivityCodec.ACTIVITY, Activity.UNKNOWN),
                new StoredQuality(stores.apply(ENTITY_QUALITY)),
                StoredGate.ofNothing(stores.apply(ENTITY_GATE)));
    }

    /** The counts of a stage. */
    public static Quality quality(StageStore store, Function<String, KeyValueStore<Bytes, byte[]>> stores) {
        return new StoredQuality(writable(stores).apply(store));
    }

    /** The stores of the rep stage. */
    public static RepStores rep(Function<String, KeyValueStore<Bytes, byte[]>> stores) {
        return repOver(writable(stores));
    }

    /** The stores of the rep stage, for views: a write throws {@link UnsupportedOperationException}. */
    public static RepStores repView(Function<String, ReadOnlyKeyValueStore<Bytes, byte[]>> stores) {
        return repOver(readOnly(stores));
    }

    private static RepStores repOver(Function<StageStore, ByteStore> stores) {
        return new RepStores(
                StoredGate.ofOrgRecords(stores.apply(REP_GATE)),
                new StoredEvaluations(stores.apply(REP_EVALUATIONS)),
                new StoredReps(stores.apply(REP_REPS)),
                new StoredPanes(stores.apply(REP_PANES)),
                new StoredChanges(stores.apply(REP_CHANGES)),
                new StoredClosedSums(stores.apply(REP_CLOSED_SUMS)),
                new StoredClosedSums(stores.apply(REP_EVALUATED_SUMS)),
                new StoredCorrections(stores.apply(REP_CORRECTIONS)),
                new StoredRules(stores.apply(REP_RULES), StoreCatalogue::condition),
                new StoredCommands(stores.apply(REP_COMMANDS)),
                new StoredCases(stores.apply(REP_CASES)),
                new StoredPanes(stores.apply(REP_MARKET)),
                new StoredOutbox(stores.apply(REP_OUTBOX)));
    }

    /** The stores of the unit stage. */
    public static UnitStores unit(Function<String, KeyValueStore<Bytes, byte[]>> stores) {
        return unitOver(writable(stores));
    }

    /** The stores of the unit stage, for views: a write throws {@link UnsupportedOperationException}. */
    public static UnitStores unitView(Function<String, ReadOnlyKeyValueStore<Bytes, byte[]>> stores) {
        return unitOver(readOnly(stores));
    }

    private static UnitStores unitOver(Function<StageStore, ByteStore> stores) {
        return new UnitStores(
                StoredGate.ofNothing(stores.apply(UNIT_GATE)),
                new StoredPanes(stores.apply(UNIT_PANES)),
                new StoredChanges(stores.apply(UNIT_CHANGES)),
                new StoredClosedSums(stores.apply(UNIT_CLOSED_SUMS)),
                new StoredPanes(stores.apply(UNIT_SENT)),
                new StoredOutbox(stores.apply(UNIT_OUTBOX)));
    }

    private static Function<StageStore, ByteStore> writable(Function<String, KeyValueStore<Bytes, byte[]>> stores) {
        return store -> ByteStore.of(store.storeName(), stores.apply(store.storeName()));
    }

    private static Function<StageStore, ByteStore> readOnly(
            Function<String, ReadOnlyKeyValueStore<Bytes, byte[]>> stores) {
        return store -> ByteStore.readOnly(store.storeName(), stores.apply(store.storeName()));
    }
}
