package io.upswing.app.stores;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;

/** A store, or one kind of keys in it, whose values have one codec. */
record Table<V>(ByteStore store, Codec<V> codec) {
    Optional<V> get(Bytes key) {
        return store.get(key).map(this::decoded);
    }

    boolean has(Bytes key) {
        return store.get(key).isPresent();
    }

    void put(Bytes key, V value) {
        store.put(key, codec.toBytes(value));
    }

    void remove(Bytes key) {
        store.remove(key);
    }

    /** Visits the entries from {@code from} to {@code to}, both included, in the order of keys. */
    void range(Bytes from, Bytes to, BiConsumer<byte[], V> visitor) {
        store.range(from, to, (key, value) -> visitor.accept(key, decoded(value)));
    }

    /** Visits the first entries from a key on, or from the first. */
    void first(Optional<Bytes> from, int limit, BiConsumer<byte[], V> visitor) {
        store.first(from, limit, (key, value) -> visitor.accept(key, decoded(value)));
    }

    void keys(Consumer<byte[]> visitor) {
        store.all((key, value) -> visitor.accept(key));
    }

    private V decoded(byte[] value) {
        return codec.fromBytes(store.name(), value);
    }
}
