package io.upswing.app.clock;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** Waits until the broker has taken a record. */
final class Acknowledgement {
    /**
     * A producer whose broker has gone before its partition is part of the transaction does not give up by itself
     * ({@code delivery.timeout.ms} does not count there): a new one is tried then.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Acknowledgement() {}

    /**
     * The record's place.
     *
     * @param failure what to say if it is for no reason of Kafka's own
     * @throws KafkaException if it was not taken, or not in time
     */
    static RecordMetadata of(Future<RecordMetadata> sent, String failure) {
        try {
            return sent.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new org.apache.kafka.common.errors.TimeoutException(
                    "no answer from the broker within " + PATIENCE, e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException(failure, e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
