package io.upswing.app.stores;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;

/**
 * A state under one key and, in the same store, records that wait for a day, under (day, sequence). The sequence goes on
 * from the last that waits for that day, so the order of arrival outlives a restart.
 *
 * @param <S> the state
 * @param <T> the records that wait
 */
record WaitingRoom<S, T>(Table<S> states, Table<T> records) {
    private static final byte STATE = 0;
    private static final byte WAITING = 1;

    WaitingRoom(ByteStore store, Codec<S> state, Codec<T> record) {
        this(new Table<>(store, state), new Table<>(store, record));
    }

    S load(S initial) {
        return states.get(Keys.single(STATE)).orElse(initial);
    }

    void save(S state) {
        states.put(Keys.single(STATE), state);
    }

    void await(int day, T record) {
        long sequence = records.store()
                .lastKey(first(day), last(day))
                .map(key -> Keys.sequenceAtEnd(key) + 1)
                .orElse(0L);
        records.put(Keys.waiting(WAITING, day, sequence), record);
    }

    /** Removes the records that wait for a day and returns them in order of arrival. */
    List<T> take(int day) {
        List<Bytes> keys = new ArrayList<>();
        List<T> taken = new ArrayList<>();
        records.range(first(day), last(day), (key, record) -> {
            keys.add(Bytes.wrap(key));
            taken.add(record);
        });
        keys.forEach(records::remove);
        return taken;
    }

    private static Bytes first(int day) {
        return Keys.waiting(WAITING, day, 0);
    }

    private static Bytes last(int day) {
        return Keys.waiting(WAITING, day, Long.MAX_VALUE);
    }
}
