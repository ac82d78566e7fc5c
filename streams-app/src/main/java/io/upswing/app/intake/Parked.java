package io.upswing.app.intake;

import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The records of a task that wait for the registry, first in, first out. */
public final class Parked {
    private final KeyValueStore<Bytes, byte[]> store;
    private long first;
    private long next;

    public Parked(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            if (all.hasNext()) {
                first = ParkedCodec.sequence(all.peekNextKey());
                next = last(all) + 1;
            }
        }
    }

    private static long last(KeyValueIterator<Bytes, byte[]> all) {
        long last = 0;
        while (all.hasNext()) {
            KeyValue<Bytes, byte[]> entry = all.next();
            last = ParkedCodec.sequence(entry.key);
        }
        return last;
    }

    boolean isEmpty() {
        return first == next;
    }

    long size() {
        return next - first;
    }

    void add(RawRecord record) {
        store.put(ParkedCodec.key(next++), ParkedCodec.toBytes(record));
    }

    Optional<RawRecord> first() {
        return isEmpty() ? Optional.empty() : Optional.of(ParkedCodec.fromBytes(store.get(ParkedCodec.key(first))));
    }

    void removeFirst() {
        store.delete(ParkedCodec.key(first++));
    }
}
