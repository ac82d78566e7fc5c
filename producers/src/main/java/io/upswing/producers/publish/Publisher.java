package io.upswing.producers.publish;

import io.upswing.producers.publish.PublishException.EventsFailed;
import io.upswing.producers.publish.PublishException.RegistryUnavailable;
import io.upswing.producers.publish.PublishException.SchemaRefused;
import io.upswing.schemas.registry.RegistryException;
import io.upswing.schemas.topics.TopicCatalogue;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes events to the inputs of an installation, whose topics are there already. Safe for several threads.
 *
 * <p>It writes with an idempotent producer that waits for all replicas in sync, and leaves partition and timestamp to Kafka.
 * Events of one entity that one thread publishes arrive in that order, unless one of them fails. Memory is bounded: who
 * publishes faster than the broker takes waits. It can't write watermarks: the live clock does.
 */
public final class Publisher implements AutoCloseable {
    private final Producer<byte[], byte[]> producer;
    private final TopicCatalogue topics;
    private final PublisherSettings settings;
    private final InFlight inFlight;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final ThreadLocal<Boolean> acknowledging = ThreadLocal.withInitial(() -> false);

    Publisher(Producer<byte[], byte[]> producer, TopicCatalogue topics, PublisherSettings settings) {
        this.producer = producer;
        this.topics = topics;
        this.settings = settings;
        inFlight = new InFlight(settings);
    }

    /**
     * Connects to a cluster with the default settings.
     *
     * @param kafka {@code bootstrap.servers} and whatever else Kafka's clients need
     * @param topics stays the caller's to close
     */
    public static Publisher connect(Map<String, ?> kafka, TopicCatalogue topics) {
        return connect(kafka, topics, PublisherSettings.DEFAULT);
    }

    /**
     * Connects to a cluster.
     *
     * @param kafka {@code bootstrap.servers} and whatever else Kafka's clients need
     * @param topics stays the caller's to close
     * @throws org.apache.kafka.common.config.ConfigException if a setting of Kafka's forbids an idempotent producer
     */
    public static Publisher connect(Map<String, ?> kafka, TopicCatalogue topics, PublisherSettings settings) {
        return new Publisher(new KafkaProducer<>(producerConfig(kafka, settings)), topics, settings);
    }

    /**
     * Sends an event. Returns when it is on its way; waits before if as much as may be is.
     *
     * <p>What follows on the result runs on the thread that takes the broker's answers, and must not hold it up: it can't
     * call this publisher. Use the {@code ...Async} methods for more.
     *
     * @return where the record lies, as soon as the broker has acknowledged it; or {@link PublishException.NotAcknowledged}
     * @throws PublishException if it could not be sent: {@link RegistryUnavailable}, {@link SchemaRefused} or
     *     {@link PublishException.NoRoom}
     * @throws InterruptException if the thread is interrupted while it waits; nothing was sent
     * @throws IllegalStateException if the publisher is closed
     */
    public CompletionStage<Place> publish(SourceEvent<?> event) {
        checkOpen();
        ProducerRecord<byte[], byte[]> record = record(event);
        InFlight.Sending sending = inFlight.enter(event, bytes(record));
        try {
            // Again, as closing lets go of those who wait.
            checkOpen();
            var unused = producer.send(record, (metadata, failure) -> answered(sending, metadata, failure));
        } catch (InterruptException e) {
            sending.withdrawn();
            throw e;
        } catch (KafkaException e) {
            sending.failed(e);
        } catch (RuntimeException e) {
            sending.withdrawn();
            throw e;
        }
        return sending.place().minimalCompletionStage();
    }

    /**
     * Waits until everything published before is acknowledged or has failed, which Kafka's {@code delivery.timeout.ms} bounds.
     *
     * @throws EventsFailed if events failed since the last call
     * @throws InterruptException if the thread is interrupted while it waits
     * @throws IllegalStateException if the publisher is closed
     */
    public void flush() {
        checkOpen();
        producer.flush();
        throwFailures();
    }

    /**
     * Flushes, for so long as the settings say, and ends. Once closed it does nothing.
     *
     * @throws EventsFailed if events failed since the last {@link #flush}, or were not acknowledged in time
     */
    @Override
    public void close() {
        checkThread();
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            producer.close(settings.closeLimit());
        } catch (RuntimeException e) {
            inFlight.abandon(notInTime(e));
            inFlight.failures().take().ifPresent(e::addSuppressed);
            throw e;
        }
        // What the producer has not answered for by now, it never will.
        inFlight.abandon(notInTime(null));
        throwFailures();
    }

    private ProducerRecord<byte[], byte[]> record(SourceEvent<?> event) {
        try {
            return event.toRecord(topics);
        } catch (RegistryException | SerializationException e) {
            throw RegistryException.isUnavailable(e) ? new RegistryUnavailable(event, e) : new SchemaRefused(event, e);
        }
    }

    private static int bytes(ProducerRecord<byte[], byte[]> record) {
        int bytes = length(record.key()) + length(record.value());
        for (Header header : record.headers()) {
            bytes += header.key().length() + length(header.value());
        }
        return bytes;
    }

    private static int length(byte @Nullable [] part) {
        return part == null ? 0 : part.length;
    }

    private void answered(InFlight.Sending sending, @Nullable RecordMetadata at, @Nullable Exception failure) {
        acknowledging.set(true);
        try {
            if (failure != null) {
                // What a closing producer gives up bears no reason of its own.
                sending.failed(closed.get() && !(failure instanceof ApiException) ? notInTime(failure) : failure);
            } else if (at != null) {
                sending.arrived(new Place(at.topic(), at.partition(), at.offset()));
            }
        } finally {
            acknowledging.remove();
        }
    }

    private TimeoutException notInTime(@Nullable Throwable cause) {
        return new TimeoutException("not acknowledged within " + settings.closeLimit() + " of closing", cause);
    }

    private void checkOpen() {
        checkThread();
        if (closed.get()) {
            throw new IllegalStateException("the publisher is closed");
        }
    }

    private void checkThread() {
        if (acknowledging.get()) {
            throw new IllegalStateException(
                    "called on the thread that takes the broker's answers, where it could wait for"
                            + " itself: use the ...Async methods of the result of publish");
        }
    }

    private void throwFailures() {
        inFlight.failures().take().ifPresent(failed -> {
            throw failed;
        });
    }

    static Map<String, Object> producerConfig(Map<String, ?> kafka, PublisherSettings settings) {
        Map<String, Object> config = new HashMap<>(kafka);
        // Keys must lie where every other client of these topics puts them: Kafka's own partitioner.
        config.remove(ProducerConfig.PARTITIONER_CLASS_CONFIG);
        config.remove(ProducerConfig.PARTITIONER_IGNORE_KEYS_CONFIG);
        // Each event stands for itself.
        config.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        // Who waits for room no longer than this does not wait longer for Kafka's own buffer, or for a broker.
        settings.roomLimit()
                .ifPresent(limit -> config.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, limit.toMillis()));
        return config;
    }
}
