package io.upswing.app.stores;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** A store of bytes under its name, to read, or to read and write. Closes its iterators. */
final class ByteStore {
    private final String name;
    private final ReadOnlyKeyValueStore<Bytes, byte[]> reading;
    private final Optional<KeyValueStore<Bytes, byte[]>> writing;

    private ByteStore(
            String name, ReadOnlyKeyValueStore<Bytes, byte[]> reading, Optional<KeyValueStore<Bytes, byte[]>> writing) {
        this.name = name;
        this.reading = reading;
        this.writing = writing;
    }

    static ByteStore of(String name, KeyValueStore<Bytes, byte[]> store) {
        return new ByteStore(name, store, Optional.of(store));
    }

    static ByteStore readOnly(String name, ReadOnlyKeyValueStore<Bytes, byte[]> store) {
        return new ByteStore(name, store, Optional.empty());
    }

    String name() {
        return name;
    }

    Optional<byte[]> get(Bytes key) {
        return Optional.ofNullable(reading.get(key));
    }

    void put(Bytes key, byte[] value) {
        writable().put(key, value);
    }

    void remove(Bytes key) {
        // A put of null deletes too, and unlike delete() it doesn't read the old value first.
        writable().put(key, null);
    }

    private KeyValueStore<Bytes, byte[]> writable() {
        return writing.orElseThrow(
                () -> new UnsupportedOperationException("the store " + name + " is open for reading only"));
    }

    /** Visits the entries from {@code from} to {@code to}, both included, in the order of keys. */
    void range(Bytes from, Bytes to, BiConsumer<byte[], byte[]> visitor) {
        try (KeyValueIterator<Bytes, byte[]> entries = reading.range(from, to)) {
            visit(entries, visitor);
        }
    }

    /** Visits the first entries from a key on, or from the first. */
    void first(Optional<Bytes> from, int limit, BiConsumer<byte[], byte[]> visitor) {
        try (KeyValueIterator<Bytes, byte[]> entries =
                from.isPresent() ? reading.range(from.get(), null) : reading.all()) {
            for (int left = limit; left > 0 && entries.hasNext(); left--) {
                KeyValue<Bytes, byte[]> entry = entries.next();
                visitor.accept(entry.key.get(), entry.value);
            }
        }
    }

    void all(BiConsumer<byte[], byte[]> visitor) {
        try (KeyValueIterator<Bytes, byte[]> entries = reading.all()) {
            visit(entries, visitor);
        }
    }

    private static void visit(KeyValueIterator<Bytes, byte[]> entries, BiConsumer<byte[], byte[]> visitor) {
        while (entries.hasNext()) {
            KeyValue<Bytes, byte[]> entry = entries.next();
            visitor.accept(entry.key.get(), entry.value);
        }
    }

    /** The highest key from {@code from} to {@code to}, both included. */
    Optional<byte[]> lastKey(Bytes from, Bytes to) {
        try (KeyValueIterator<Bytes, byte[]> entries = reading.reverseRange(from, to)) {
            return entries.hasNext() ? Optional.of(entries.next().key.get()) : Optional.empty();
        }
    }
}
