package io.upswing.app.stores;

import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Each state store: RocksDB with a changelog, and a record cache where keys are overwritten often between two commits.
 * A cache makes scans dear, since they merge it with the store below.
 */
public enum StageStore {
    /** Merged deals: a deal seldom changes twice between two commits. */
    ENTITY_DEALS("entity-deals", Cache.OFF),
    /** Merged activities, likewise. */
    ENTITY_ACTIVITIES("entity-activities", Cache.OFF),
    /** A few counters, rewritten often. */
    ENTITY_QUALITY("entity-quality", Cache.ON),
    /** Rewritten with every watermark. */
    ENTITY_GATE("entity-gate", Cache.ON),
    /** First in, first out: nothing is overwritten. */
    ENTITY_PARKED("entity-parked", Cache.OFF),

    /** The gate is rewritten with every watermark; few records wait. */
    REP_GATE("rep-gate", Cache.ON),
    /** Unit days come once and leave once, by scans. */
    REP_EVALUATIONS("rep-evaluations", Cache.OFF),
    /** Written when HR writes. */
    REP_REPS("rep-reps", Cache.OFF),
    /** Written once for each fold, read by scans. */
    REP_PANES("rep-panes", Cache.OFF),
    /** The open day's change of a rep is rewritten with every fact; one scan a day. */
    REP_CHANGES("rep-changes", Cache.ON),
    /** Rewritten for every rep at every close, many of which lie between two commits of an import. */
    REP_CLOSED_SUMS("rep-closed-sums", Cache.ON),
    /** The same as known at the last evaluation, rewritten for every rep at every one. */
    REP_EVALUATED_SUMS("rep-evaluated-sums", Cache.ON),
    /** Written with what is learned of earlier days, emptied at each evaluation. */
    REP_CORRECTIONS("rep-corrections", Cache.ON),
    /** Written when an operator writes. */
    REP_RULES("rep-rules", Cache.OFF),
    /** Written when a person commands. */
    REP_COMMANDS("rep-commands", Cache.OFF),
    /** Read for every rep at every evaluation, by scans; seldom written. */
    REP_CASES("rep-cases", Cache.OFF),
    /** Written once for each close. */
    REP_MARKET("rep-market", Cache.OFF),
    /** Written with every fact, emptied with every emit. */
    REP_OUTBOX("rep-outbox", Cache.ON),
    /** First in, first out: nothing is overwritten. */
    REP_PARKED("rep-parked", Cache.OFF),

    /** A few counters, rewritten with every dead letter. */
    REP_QUALITY("rep-quality", Cache.ON),

    /** Rewritten with every watermark. */
    UNIT_GATE("unit-gate", Cache.ON),
    /** Written once for each fold, read by scans. */
    UNIT_PANES("unit-panes", Cache.OFF),
    /** The company's change of the open day is rewritten with every sum. */
    UNIT_CHANGES("unit-changes", Cache.ON),
    /** Rewritten for every unit at every close, many of which lie between two commits of an import. */
    UNIT_CLOSED_SUMS("unit-closed-sums", Cache.ON),
    /** Written once for each close. */
    UNIT_SENT("unit-sent", Cache.OFF),
    /** Written with every sum, emptied with every emit. */
    UNIT_OUTBOX("unit-outbox", Cache.ON),
    /** First in, first out: nothing is overwritten. */
    UNIT_PARKED("unit-parked", Cache.OFF),
    /** A few counters, rewritten with every dead letter. */
    UNIT_QUALITY("unit-quality", Cache.ON);

    private enum Cache {
        ON,
        OFF
    }

    private final String storeName;
    private final Cache cache;

    StageStore(String storeName, Cache cache) {
        this.storeName = storeName;
        this.cache = cache;
    }

    /** The name in Kafka Streams, and in the changelog topic's name. */
    public String storeName() {
        return storeName;
    }

    /** The builder for the topology. The app sets what all changelog topics have in common. */
    public StoreBuilder<KeyValueStore<Bytes, byte[]>> builder() {
        StoreBuilder<KeyValueStore<Bytes, byte[]>> builder = Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(storeName), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingEnabled(Map.of());
        return cache == Cache.ON ? builder.withCachingEnabled() : builder.withCachingDisabled();
    }
}
