package io.upswing.producers.rules;

import io.upswing.schemas.RuleEvent;
import io.upswing.schemas.cloudevents.CloudEvent;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.topics.TopicCatalogue;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Publishes versions of rules: each to every partition of their topic, all in one transaction. A second publisher at the
 * same time fences the first, so that versions count up without gaps.
 */
public final class RulePublisher {
    private final Producer<byte[], byte[]> producer;
    private final Topic<String, RuleEvent> topic;

    private RulePublisher(Producer<byte[], byte[]> producer, Topic<String, RuleEvent> topic) {
        this.producer = producer;
        this.topic = topic;
    }

    /**
     * Publishes what has changed. Where something is wrong nothing is published: the last versions stay in force.
     *
     * @param kafka         {@code bootstrap.servers} and whatever else Kafka's clients need
     * @param topics        stays the caller's to close
     * @param retireMissing whether published rules that are not written are retired
     * @param occurredAt    when the operator says so; goes into the records, and decides nothing
     * @return what was done; with problems: what would have been
     * @throws KafkaException if it could not be written: then nothing was, unless the commit itself went unanswered
     */
    public static RulePlan publish(
            Map<String, ?> kafka,
            TopicCatalogue topics,
            List<WrittenRule> written,
            boolean retireMissing,
            Instant occurredAt) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(producerConfig(kafka, topics.prefix()))) {
            // Before reading: it waits until what an earlier publisher committed can be read, and shuts that one out.
            producer.initTransactions();
            RulePlan plan = RulePlan.of(written, PublishedRules.read(kafka, topics.rules()), retireMissing, occurredAt);
            if (plan.problems().isEmpty() && !plan.versions().isEmpty()) {
                new RulePublisher(producer, topics.rules()).write(plan.versions());
            }
            return plan;
        }
    }

    private void write(List<Map.Entry<String, RuleEvent>> versions) {
        List<PartitionInfo> partitions = producer.partitionsFor(topic.name());
        producer.beginTransaction();
        try {
            for (Map.Entry<String, RuleEvent> version : versions) {
                for (PartitionInfo partition : partitions) {
                    // A failed send fails the commit, so nobody waits for the single one.
                    var unused = producer.send(record(partition.partition(), version.getKey(), version.getValue()));
                }
            }
            producer.commitTransaction();
        } catch (RuntimeException e) {
            abort(e);
            throw e;
        }
    }

    private ProducerRecord<byte[], byte[]> record(int partition, String id, RuleEvent event) {
        CloudEvent attributes = new CloudEvent(
                event.getEventId(),
                String.valueOf(event.getSource()),
                event.getSchema().getFullName(),
                Optional.of(event.getOccurredAt()),
                id);
        return new ProducerRecord<>(
                topic.name(),
                partition,
                null,
                topic.keySerde().serializer().serialize(topic.name(), id),
                topic.serialized(event),
                attributes.toHeaders());
    }

    private void abort(RuntimeException cause) {
        try {
            producer.abortTransaction();
        } catch (KafkaException e) {
            // Fenced, or without a broker: it aborts the transaction itself.
            cause.addSuppressed(e);
        }
    }

    private static Map<String, Object> producerConfig(Map<String, ?> kafka, String prefix) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, prefix + "rules");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return config;
    }
}
