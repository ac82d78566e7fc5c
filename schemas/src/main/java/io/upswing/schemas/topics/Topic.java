package io.upswing.schemas.topics;

import java.util.Map;
import org.apache.kafka.common.serialization.Serde;

/**
 * A topic and what lies in it.
 *
 * @param name as on the broker; of a repartition topic, what Kafka Streams is to make its name from
 * @param partitions how many it gets when it is made; one that exists may have another number
 * @param carriesWatermarks whether 'day D is closed' is written to each of its partitions
 * @param config what it is made with
 */
public record Topic<K, V>(
        String name,
        Serde<K> keySerde,
        Serde<V> valueSerde,
        int partitions,
        Cleanup cleanup,
        boolean carriesWatermarks,
        Map<String, String> config) {
    /** Copies the settings. */
    public Topic {
        if (partitions < 1) {
            throw new IllegalArgumentException(name + ": partitions must be positive, not " + partitions);
        }
        config = Map.copyOf(config);
    }

    /** The same under the name that Kafka Streams gives it on the broker, as a repartition topic of an application. */
    public Topic<K, V> repartitionedBy(String applicationId) {
        String onBroker = applicationId + "-" + name + "-repartition";
        return new Topic<>(onBroker, keySerde, valueSerde, partitions, cleanup, carriesWatermarks, config);
    }

    /**
     * A value's bytes, as they lie in this topic. Has its schema looked up, or registered, the first time.
     *
     * @throws io.upswing.schemas.registry.RegistryException if the registry must be asked for that and can't be
     */
    public byte[] serialized(V value) {
        return valueSerde.serializer().serialize(name, value);
    }
}
