package io.upswing.app.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.StreamsConfig;

/**
 * What goes to Kafka's clients and to the registry's as it is.
 *
 * @param kafka Kafka's own keys, those with a prefix of Kafka Streams such as {@code consumer.} among them
 * @param registry Confluent's own keys
 * @param serdeClass the serde of values
 */
public record ClientSettings(Map<String, String> kafka, Map<String, String> registry, String serdeClass) {
    /** Copies the maps. */
    public ClientSettings {
        kafka = Map.copyOf(kafka);
        registry = Map.copyOf(registry);
    }

    /** What every plain client of Kafka takes: no prefixed keys, none that only Kafka Streams knows. */
    public Map<String, Object> common() {
        Map<String, Object> common = new HashMap<>();
        kafka.forEach((key, value) -> {
            if (!KafkaKeys.isPrefixed(key) && !KafkaKeys.isForStreamsOnly(key)) {
                common.put(key, value);
            }
        });
        return common;
    }

    /** For a plain consumer: {@link #common} and the keys after {@code consumer.}. */
    public Map<String, Object> consumer() {
        return with(StreamsConfig.CONSUMER_PREFIX);
    }

    /** For a plain producer: {@link #common} and the keys after {@code producer.}. */
    public Map<String, Object> producer() {
        return with(StreamsConfig.PRODUCER_PREFIX);
    }

    /** For an admin client: {@link #common} and the keys after {@code admin.}. */
    public Map<String, Object> admin() {
        return with(StreamsConfig.ADMIN_CLIENT_PREFIX);
    }

    private Map<String, Object> with(String prefix) {
        Map<String, Object> config = common();
        kafka.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                config.put(key.substring(prefix.length()), value);
            }
        });
        return config;
    }

    /** Names only: values may be secrets. */
    @Override
    public String toString() {
        Set<String> names = new TreeSet<>(registry.keySet());
        kafka.keySet().forEach(key -> names.add(KafkaKeys.PREFIX + key));
        return "ClientSettings[" + serdeClass + ", set: " + names + "]";
    }
}
