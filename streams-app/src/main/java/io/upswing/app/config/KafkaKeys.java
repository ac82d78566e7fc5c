package io.upswing.app.config;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.streams.StreamsConfig;

/** What Kafka itself says about its keys. */
final class KafkaKeys {
    /** Before Kafka's keys in our configuration. */
    static final String PREFIX = "kafka.";

    private static final ConfigDef STREAMS = StreamsConfig.configDef();
    private static final ConfigDef CONSUMER = ConsumerConfig.configDef();
    private static final ConfigDef PRODUCER = ProducerConfig.configDef();
    private static final ConfigDef ADMIN = AdminClientConfig.configDef();
    private static final Map<String, ConfigDef> CLIENTS = Map.of(
            StreamsConfig.MAIN_CONSUMER_PREFIX, CONSUMER,
            StreamsConfig.RESTORE_CONSUMER_PREFIX, CONSUMER,
            StreamsConfig.GLOBAL_CONSUMER_PREFIX, CONSUMER,
            StreamsConfig.CONSUMER_PREFIX, CONSUMER,
            StreamsConfig.PRODUCER_PREFIX, PRODUCER,
            StreamsConfig.ADMIN_CLIENT_PREFIX, ADMIN);
    private static final List<String> FREE = List.of(StreamsConfig.TOPIC_PREFIX, StreamsConfig.CLIENT_TAG_PREFIX);

    private KafkaKeys() {}

    /** Whether a key is for one kind of client, or for topics, of Kafka Streams. */
    static boolean isPrefixed(String key) {
        return clientPrefix(key).isPresent() || isFree(key);
    }

    /** Whether a key means nothing to plain clients. */
    static boolean isForStreamsOnly(String key) {
        return STREAMS.names().contains(key)
                && Stream.of(CONSUMER, PRODUCER, ADMIN)
                        .noneMatch(client -> client.names().contains(key));
    }

    /** The key without the prefix of a client. */
    static String bare(String key) {
        return clientPrefix(key).map(prefix -> key.substring(prefix.length())).orElse(key);
    }

    static boolean isKnown(String key) {
        return definitions(key).stream().anyMatch(def -> def.names().contains(bare(key)));
    }

    /** A known key that differs by a letter or two: a key of someone's own interceptor would differ by more. */
    static Optional<String> nearMiss(String key) {
        String prefix = clientPrefix(key).orElse("");
        Set<String> known = new TreeSet<>();
        definitions(key).forEach(def -> known.addAll(def.names()));
        return isKnown(key)
                ? Optional.empty()
                : Nearest.within(2, bare(key), known).map(prefix::concat);
    }

    /** What Kafka has against a value; empty if nothing, or if it does not know the key. */
    static Optional<String> objection(String key, String value) {
        String name = bare(key);
        return definitions(key).stream()
                .filter(def -> def.names().contains(name))
                .flatMap(def -> def.validate(Map.of(name, value)).stream())
                .filter(checked -> checked.name().equals(name))
                .flatMap(checked -> checked.errorMessages().stream())
                .findFirst();
    }

    private static Collection<ConfigDef> definitions(String key) {
        if (isFree(key)) {
            return List.of();
        }
        return clientPrefix(key).map(CLIENTS::get).map(List::of).orElse(List.of(STREAMS, CONSUMER, PRODUCER, ADMIN));
    }

    private static boolean isFree(String key) {
        return FREE.stream().anyMatch(key::startsWith);
    }

    private static Optional<String> clientPrefix(String key) {
        return CLIENTS.keySet().stream().filter(key::startsWith).findFirst();
    }
}
