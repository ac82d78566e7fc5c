package io.upswing.schemas.watermarks;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Writes a watermark to input topics before anyone can write data to them, so that all their records have a recorded date.
 *
 * <p>A topic gets it in every partition if it has no record in any: one that has is in use, or is the history of an import.
 */
public final class FirstWatermark {
    private final Producer<byte[], byte[]> producer;
    private final Consumer<byte[], byte[]> consumer;

    /**
     * Takes its clients, which stay the caller's to close.
     *
     * @param producer transactional, with {@code initTransactions} called, so that a topic gets all its watermarks or none
     * @param consumer made with {@link WatermarkReader#consumerConfig}
     */
    public FirstWatermark(Producer<byte[], byte[]> producer, Consumer<byte[], byte[]> consumer) {
        this.producer = producer;
        this.consumer = consumer;
    }

    /**
     * Says that all days up to one are closed, in those topics that have no records, in one transaction.
     *
     * @return the topics that got it
     * @throws KafkaException if a topic is missing, or it could not be written
     */
    public List<String> write(LocalDate day, Collection<String> inputs) {
        List<String> empty = inputs.stream().filter(this::isEmpty).toList();
        if (empty.isEmpty()) {
            return empty;
        }
        producer.beginTransaction();
        try {
            new WatermarkWriter(producer).write(day, empty);
            producer.commitTransaction();
        } catch (KafkaException e) {
            abort(e);
            throw e;
        }
        return empty;
    }

    private void abort(KafkaException cause) {
        try {
            producer.abortTransaction();
        } catch (KafkaException e) {
            cause.addSuppressed(e);
        }
    }

    private boolean isEmpty(String topic) {
        List<TopicPartition> partitions = Polling.partitions(consumer, List.of(topic));
        var begin = consumer.beginningOffsets(partitions);
        var end = consumer.endOffsets(partitions);
        return partitions.stream().noneMatch(p -> hasRecord(p, begin.getOrDefault(p, 0L), end.getOrDefault(p, 0L)));
    }

    /** Offsets alone don't say: an aborted transaction leaves some that hold no record. */
    private boolean hasRecord(TopicPartition partition, long from, long to) {
        AtomicBoolean any = new AtomicBoolean();
        Polling.read(consumer, partition, from, to, record -> {
            any.set(true);
            return true;
        });
        return any.get();
    }
}
