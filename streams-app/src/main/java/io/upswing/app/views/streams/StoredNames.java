package io.upswing.app.views.streams;

import io.upswing.app.views.Names;
import io.upswing.app.views.Subject;
import io.upswing.schemas.Name;
import io.upswing.schemas.topics.Topic;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.KafkaStreams;

/**
 * Names from the global store, decoded at each look-up, which costs a microsecond: no copy outlives an erased name. A view
 * without names is better than none, so what can't be read is no name.
 */
public final class StoredNames implements Names {
    private final StoredValues<Name> values;

    /**
     * @param store    the bytes under a key
     * @param nanoTime only paces the questions to the registry
     */
    StoredNames(Function<byte[], Optional<byte[]>> store, Topic<String, Name> topic, LongSupplier nanoTime) {
        values = new StoredValues<>(store, topic, nanoTime);
    }

    /**
     * Names in a global store.
     *
     * @param storeName of bytes by bytes
     * @param nanoTime  only paces the questions to the registry
     */
    public static StoredNames in(
            KafkaStreams streams, String storeName, Topic<String, Name> topic, LongSupplier nanoTime) {
        return new StoredNames(StoredValues.in(streams, storeName), topic, nanoTime);
    }

    @Override
    public Optional<String> of(Subject subject) {
        return values.get(subject.nameKey()).map(Name::getName);
    }
}
