package io.upswing.app.views.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.upswing.app.intake.RegistryCircuit;
import io.upswing.app.views.Names;
import io.upswing.app.views.Subject;
import io.upswing.schemas.Name;
import io.upswing.schemas.registry.RegistryException;
import io.upswing.schemas.topics.Topic;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Names from the global store, decoded at each look-up, which costs a microsecond: no copy outlives an erased name. A view
 * without names is better than none, so what can't be read is no name.
 */
public final class StoredNames implements Names {
    /** A registry that has not answered is not asked for every name of a list, each time until the client gives up. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Function<byte[], Optional<byte[]>> store;
    private final Topic<String, Name> topic;
    private final RegistryCircuit circuit;

    /**
     * @param store    the bytes under a key
     * @param nanoTime only paces the questions to the registry
     */
    StoredNames(Function<byte[], Optional<byte[]>> store, Topic<String, Name> topic, LongSupplier nanoTime) {
        this.store = store;
        this.topic = topic;
        circuit = new RegistryCircuit(nanoTime, PAUSE);
    }

    /**
     * Names in a global store.
     *
     * @param storeName of bytes by bytes
     * @param nanoTime  only paces the questions to the registry
     */
    public static StoredNames in(
            KafkaStreams streams, String storeName, Topic<String, Name> topic, LongSupplier nanoTime) {
        return new StoredNames(key -> bytes(streams, storeName, key), topic, nanoTime);
    }

    private static Optional<byte[]> bytes(KafkaStreams streams, String storeName, byte[] key) {
        try {
            ReadOnlyKeyValueStore<byte[], byte[]> names =
                    streams.store(StoreQueryParameters.fromNameAndType(storeName, QueryableStoreTypes.keyValueStore()));
            return Optional.ofNullable(names.get(key));
        } catch (InvalidStateStoreException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> of(Subject subject) {
        return store.apply(subject.nameKey().getBytes(UTF_8)).flatMap(this::decoded);
    }

    private Optional<String> decoded(byte[] bytes) {
        if (!circuit.mayAsk()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(topic.valueSerde().deserializer().deserialize(topic.name(), bytes))
                    .map(Name::getName);
        } catch (RegistryException | SerializationException e) {
            if (RegistryException.isUnavailable(e)) {
                circuit.failed();
            }
            return Optional.empty();
        }
    }
}
