package io.upswing.producers.publish;

import io.upswing.schemas.cloudevents.CloudEvent;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.topics.TopicCatalogue;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * An event that can be published: topic and key belong to what it says. Immutable; made by what {@link Source} gives.
 *
 * @param <V> what lies in the topic
 */
public final class SourceEvent<V extends SpecificRecord> {
    private final Function<TopicCatalogue, Topic<String, V>> topic;
    private final String key;
    private final Optional<V> value;
    private final CloudEvent attributes;

    SourceEvent(
            Function<TopicCatalogue, Topic<String, V>> topic, String key, Optional<V> value, CloudEvent attributes) {
        this.topic = topic;
        this.key = key;
        this.value = value;
        this.attributes = attributes;
    }

    /** The record's key: the entity's id; of names, kind and id. */
    public String key() {
        return key;
    }

    /** The same for the same event. */
    public String eventId() {
        return attributes.id();
    }

    /** A copy of what it says, as Avro's classes can be changed; empty where a name is erased. */
    public Optional<V> value() {
        return value.map(avro -> SpecificData.getForClass(avro.getClass()).deepCopy(avro.getSchema(), avro));
    }

    /** The topic in an installation. */
    public String topicIn(TopicCatalogue topics) {
        return topic.apply(topics).name();
    }

    /**
     * As it is sent. Without a partition: the key decides. Without a timestamp: the broker sets it.
     *
     * @throws RuntimeException what the serde throws, if the registry can't be asked or says no
     */
    ProducerRecord<byte[], byte[]> toRecord(TopicCatalogue topics) {
        Topic<String, V> into = topic.apply(topics);
        Headers headers = value.isPresent() ? attributes.toHeaders() : attributes.toHeadersWithoutValue();
        return new ProducerRecord<byte[], byte[]>(
                into.name(),
                null,
                (Long) null,
                into.keySerde().serializer().serialize(into.name(), key),
                value.map(into::serialized).orElse(null),
                headers);
    }

    /** Type, key and event id; nothing of what it says. */
    @Override
    public String toString() {
        return attributes.type() + " of " + key + " (event " + attributes.id() + ")";
    }
}
