package io.upswing.schemas.watermarks;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Waits until the broker has taken what a producer sends, and no longer than it may take.
 *
 * <p>A producer gives up by itself after {@code delivery.timeout.ms}, but for one whose broker has gone before the record's
 * partition is part of the transaction: that one waits without end, also in {@code flush}. So a wait ends some seconds after
 * that time. Whether the record still arrives is then unknown; in a transaction, abort it.
 */
public final class Acknowledgement {
    /** So that the producer's own account of what went wrong comes first. */
    private static final Duration MORE = Duration.ofSeconds(5);

    private static final String DELIVERY_TIMEOUT = ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG;

    private final Duration patience;

    private Acknowledgement(Duration patience) {
        this.patience = patience;
    }

    /** Of a producer that keeps to Kafka's default of {@code delivery.timeout.ms}. */
    public static Acknowledgement usual() {
        return of(Map.of());
    }

    /**
     * Of a producer by what it was made with.
     *
     * @param producer its configuration, of which {@code delivery.timeout.ms} counts
     * @throws org.apache.kafka.common.config.ConfigException if that is no number
     */
    public static Acknowledgement of(Map<String, ?> producer) {
        Object timeout = producer.containsKey(DELIVERY_TIMEOUT)
                ? producer.get(DELIVERY_TIMEOUT)
                : ProducerConfig.configDef().defaultValues().get(DELIVERY_TIMEOUT);
        Object millis = ConfigDef.parseType(DELIVERY_TIMEOUT, timeout, ConfigDef.Type.INT);
        return within(Duration.ofMillis(((Integer) millis).longValue()).plus(MORE));
    }

    /** That is waited for at most so long, by the caller's choice. */
    public static Acknowledgement within(Duration patience) {
        return new Acknowledgement(patience);
    }

    /** How long it waits at most. */
    public Duration patience() {
        return patience;
    }

    /**
     * Waits for one record, and returns its place.
     *
     * @throws TimeoutException if the broker did not answer in time
     * @throws KafkaException as the producer says it, if the record was not taken
     * @throws InterruptException if the thread was interrupted, which it stays
     */
    public RecordMetadata await(Future<RecordMetadata> sent) {
        return await(sent, System.nanoTime() + patience.toNanos());
    }

    /** Waits for several records, for all together no longer than for one; throws as that does. */
    public void await(Collection<Future<RecordMetadata>> sent) {
        long deadline = System.nanoTime() + patience.toNanos();
        sent.forEach(one -> await(one, deadline));
    }

    private RecordMetadata await(Future<RecordMetadata> sent, long deadline) {
        try {
            return sent.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new TimeoutException(
                    "the broker has not taken a record within " + patience.toSeconds()
                            + " s; whether it still will is not known",
                    e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known
                    ? known
                    : new KafkaException("a record could not be written", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
