package io.upswing.app.stores;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The settings that a task's state was computed with, kept beside it from its first record on. With another value of one of
 * them the state would be wrong for ever: what was added under the one would be taken back under the other.
 */
public final class ComputedWith {
    /** In the store of the stage's gate, beside its state and what waits in it. */
    private static final byte SETTINGS = 2;

    private final StageStore gate;
    private final Table<Kept> table;
    private final SortedMap<String, String> now;
    private boolean kept;

    /** By key, as text. */
    record Kept(SortedMap<String, String> settings) {}

    /**
     * Looks at nothing yet.
     *
     * @param gate   the store of the stage's gate
     * @param stores gives the store of a name
     * @param now    the settings that results depend on, by key
     */
    public ComputedWith(
            StageStore gate, Function<String, KeyValueStore<Bytes, byte[]>> stores, SortedMap<String, String> now) {
        this.gate = gate;
        this.table = new Table<>(
                ByteStore.of(gate.storeName(), stores.apply(gate.storeName())), new RecordCodec<>(Kept.class));
        this.now = now;
    }

    /**
     * Compares, before anything is computed.
     *
     * @throws ChangedSettingsException if there is state that was computed with other settings
     * @throws UnknownFormatException if another release wrote it
     */
    public void check() {
        Optional<Kept> then = table.get(Keys.single(SETTINGS));
        kept = then.isPresent();
        SortedMap<String, String> changed = new TreeMap<>();
        then.ifPresent(known -> known.settings().forEach((key, value) -> {
            if (now.containsKey(key) && !value.equals(now.get(key))) {
                changed.put(key, value);
            }
        }));
        if (!changed.isEmpty()) {
            throw new ChangedSettingsException(gate.storeName(), changed, now);
        }
    }

    /** Keeps the settings if none are kept yet; to be called with the first record: a task can't write while it starts. */
    public void keep() {
        if (!kept) {
            table.put(Keys.single(SETTINGS), new Kept(now));
            kept = true;
        }
    }
}
