package io.upswing.app.clock;

import java.time.Instant;
import org.apache.kafka.clients.producer.Producer;

/** The broker's time. */
@FunctionalInterface
public interface BrokerTime {
    /**
     * The append time of a record that the broker takes now, which also shows other instances that this one is at work.
     *
     * @param producer in an open transaction, which the record joins
     * @throws org.apache.kafka.common.KafkaException if the broker does not answer, or can't say
     */
    Instant ask(Producer<byte[], byte[]> producer);
}
