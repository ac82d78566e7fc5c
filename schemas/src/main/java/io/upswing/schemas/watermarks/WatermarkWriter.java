package io.upswing.schemas.watermarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;

/** Writes watermarks to every partition of topics; transactions are the caller's. */
public final class WatermarkWriter {
    private final Producer<byte[], byte[]> producer;
    private final Acknowledgement acknowledgement;

    /** @param producer stays the caller's to close; with Kafka's default of {@code delivery.timeout.ms} */
    public WatermarkWriter(Producer<byte[], byte[]> producer) {
        this(producer, Acknowledgement.usual());
    }

    /**
     * Writes nothing yet.
     *
     * @param producer        stays the caller's to close
     * @param acknowledgement how long its broker is waited for
     */
    public WatermarkWriter(Producer<byte[], byte[]> producer, Acknowledgement acknowledgement) {
        this.producer = producer;
        this.acknowledgement = acknowledgement;
    }

    /**
     * Says that all days up to one are closed, and returns when the broker has it in every partition. In one partition, a
     * later call must not say an earlier day.
     *
     * @throws KafkaException if one could not be written, or the broker did not answer in time
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
        acknowledgement.await(sent);
    }
}
