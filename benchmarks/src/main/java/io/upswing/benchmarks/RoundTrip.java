package io.upswing.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** From the send of one record until a reader of another topic, or the same, has what it waits for. */
final class RoundTrip implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(10);
    private static final long PATIENCE_NANOS = Duration.ofMinutes(1).toNanos();

    private final Producer<byte[], byte[]> producer;
    private final Consumer<byte[], byte[]> consumer;

    /** Whether a record is the one that is waited for. */
    interface Answer {
        boolean is(ConsumerRecord<byte[], byte[]> record);
    }

    /**
     * Reads a topic from its present end on.
     *
     * @param producer stays the caller's to close
     * @param config   of the consumer
     */
    RoundTrip(Producer<byte[], byte[]> producer, Map<String, Object> config, String topic) {
        this.producer = producer;
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** Milliseconds until the answer is there. */
    double millis(ProducerRecord<byte[], byte[]> record, Answer answer) {
        long start = System.nanoTime();
        var unused = producer.send(record);
        while (System.nanoTime() - start < PATIENCE_NANOS) {
            for (ConsumerRecord<byte[], byte[]> read : consumer.poll(POLL)) {
                if (answer.is(read)) {
                    return (System.nanoTime() - start) / 1e6;
                }
            }
        }
        throw new IllegalStateException("no answer within a minute");
    }

    @Override
    public void close() {
        consumer.close();
    }
}
