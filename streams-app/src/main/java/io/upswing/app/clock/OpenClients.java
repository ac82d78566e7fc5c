package io.upswing.app.clock;

import java.time.Duration;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The clients in use, made when they are first needed; after {@link #close} they are made anew. */
final class OpenClients implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveClock.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final ClockClients clients;
    private @Nullable Producer<byte[], byte[]> producer;
    private @Nullable Consumer<byte[], byte[]> consumer;

    OpenClients(ClockClients clients) {
        this.clients = clients;
    }

    Producer<byte[], byte[]> producer() {
        Producer<byte[], byte[]> current = producer;
        if (current == null) {
            current = clients.producer();
            producer = current;
        }
        return current;
    }

    Consumer<byte[], byte[]> consumer() {
        Consumer<byte[], byte[]> current = consumer;
        if (current == null) {
            current = clients.consumer();
            consumer = current;
        }
        return current;
    }

    /** Takes an open transaction back if the broker is there. */
    @Override
    public void close() {
        Producer<byte[], byte[]> oldProducer = producer;
        Consumer<byte[], byte[]> oldConsumer = consumer;
        producer = null;
        consumer = null;
        if (oldProducer != null) {
            quietly(() -> oldProducer.close(CLOSE_TIMEOUT));
        }
        if (oldConsumer != null) {
            quietly(() -> oldConsumer.close(CloseOptions.timeout(CLOSE_TIMEOUT)));
        }
    }

    private static void quietly(Runnable close) {
        try {
            close.run();
        } catch (KafkaException e) {
            LOG.debug("a client could not be closed in good order", e);
        }
    }
}
