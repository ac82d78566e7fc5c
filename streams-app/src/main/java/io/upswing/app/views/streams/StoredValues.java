package io.upswing.app.views.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.upswing.app.intake.RegistryCircuit;
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

/** Values of a global store, decoded at each look-up: no copy outlives an erased one. What can't be read is none. */
final class StoredValues<V> {
    /** A registry that has not answered is not asked for every value of a list, each time until the client gives up. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Function<byte[], Optional<byte[]>> store;
    private final Topic<String, V> topic;
    private final RegistryCircuit circuit;

    /**
     * @param store    the bytes under a key
     * @param nanoTime only paces the questions to the registry
     */
    StoredValues(Function<byte[], Optional<byte[]>> store, Topic<String, V> topic, LongSupplier nanoTime) {
        this.store = store;
        this.topic = topic;
        circuit = new RegistryCircuit(nanoTime, PAUSE);
    }

    /** The bytes in a store of a client. */
    static Function<byte[], Optional<byte[]>> in(KafkaStreams streams, String storeName) {
        return key -> bytes(streams, storeName, key);
    }

    private static Optional<byte[]> bytes(KafkaStreams streams, String storeName, byte[] key) {
        try {
            ReadOnlyKeyValueStore<byte[], byte[]> values =
                    streams.store(StoreQueryParameters.fromNameAndType(storeName, QueryableStoreTypes.keyValueStore()));
            return Optional.ofNullable(values.get(key));
        } catch (InvalidStateStoreException e) {
            return Optional.empty();
        }
    }

    Optional<V> get(String key) {
        return store.apply(key.getBytes(UTF_8)).flatMap(this::decoded);
    }

    private Optional<V> decoded(byte[] bytes) {
        if (!circuit.mayAsk()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(topic.valueSerde().deserializer().deserialize(topic.name(), bytes));
        } catch (RegistryException | SerializationException e) {
            if (RegistryException.isUnavailable(e)) {
                circuit.failed();
            }
            return Optional.empty();
        }
    }
}
