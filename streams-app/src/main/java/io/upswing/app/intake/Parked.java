package io.upswing.app.intake;

import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
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
            }
        }
        try (KeyValueIterator<Bytes, byte[]> backwards = store.reverseAll()) {
            if (backwards.hasNext()) {
                next = ParkedCodec.sequence(backwards.peekNextKey()) + 1;
            }
        }
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
