package io.upswing.schemas.watermarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.InterruptException;

/** Writes watermarks to every partition of topics; transactions are the caller's. */
public final class WatermarkWriter {
    private final Producer<byte[], byte[]> producer;

    /** @param producer stays the caller's to close */
    public WatermarkWriter(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /**
     * Says that all days up to one are closed, and returns when the broker has it in every partition. In one partition, a
     * later call must not say an earlier day.
     *
     * @throws KafkaException if one could not be written
     */
    public void write(LocalDate day, Collection<String> topics) {
        WatermarkRecord watermark = WatermarkRecord.ofSingleSender(day);
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (String topic : topics) {
            for (PartitionInfo partition : producer.partitionsFor(topic)) {
                sent.add(producer.send(
                        new ProducerRecord<>(topic, partition.partition(), null, null, null, watermark.toHeaders())));
            }
        }
        producer.flush();
        sent.forEach(WatermarkWriter::await);
    }

    private static void await(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known
                    ? known
                    : new KafkaException("a watermark could not be written", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
