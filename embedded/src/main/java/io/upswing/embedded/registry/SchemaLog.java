package io.upswing.embedded.registry;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The registry's log: one compacted partition. Changes reach the state only by being read back, so that the state is
 * what the topic says, also after a write whose outcome was unknown.
 */
public final class SchemaLog implements ChangeLog, AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    // Less than the ten seconds for which clients wait, so that they learn the reason.
    private static final int WAIT_MS = 8_000;
    private static final int SHORT_WAIT_MS = 10;
    private static final int SILENT_POLLS = 80;

    private final TopicPartition partition;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Consumer<Change> state;

    private SchemaLog(Map<String, String> clients, String topic, Consumer<Change> state) {
        this.partition = new TopicPartition(topic, 0);
        this.state = state;
        this.producer = new KafkaProducer<>(writing(clients), new ByteArraySerializer(), new ByteArraySerializer());
        this.consumer = new KafkaConsumer<>(reading(clients), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * Opens a log, makes its topic if need be, and hands every change in it to the state.
     *
     * @param clients what Kafka's clients take to reach the broker
     * @throws KafkaException when the broker can't be reached in eight seconds
     */
    public static SchemaLog open(Map<String, String> clients, String topic, Consumer<Change> state) {
        ensureTopic(clients, topic);
        SchemaLog log = new SchemaLog(clients, topic, state);
        try {
            log.replay();
            return log;
        } catch (RuntimeException e) {
            log.close();
            throw e;
        }
    }

    @Override
    public synchronized <T> T write(Function<Consumer<Change>, T> work) {
        try {
            catchUp();
            return work.apply(this::append);
        } catch (KafkaException e) {
            throw Refusal.storeFailed(e);
        }
    }

    @Override
    public synchronized void close() {
        producer.close(Duration.ofMillis(WAIT_MS));
        consumer.close();
    }

    private synchronized void replay() {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        catchUp();
    }

    private void append(Change change) {
        await(() -> producer.send(LogFormat.write(partition.topic(), change)).get());
        catchUp();
    }

    private void catchUp() {
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        int silent = 0;
        while (consumer.position(partition) < end) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            records.forEach(r -> LogFormat.read(r).ifPresent(state));
            silent = records.isEmpty() ? silent + 1 : 0;
            if (silent > SILENT_POLLS) {
                throw new TimeoutException("no answer from the broker when reading " + partition);
            }
        }
    }

    private static void ensureTopic(Map<String, String> clients, String topic) {
        NewTopic compacted =
                new NewTopic(topic, Optional.of(1), Optional.empty()).configs(Map.of("cleanup.policy", "compact"));
        Map<String, Object> config =
                with(clients, Map.of("default.api.timeout.ms", WAIT_MS, "request.timeout.ms", WAIT_MS / 2));
        try (Admin admin = Admin.create(config)) {
            await(() -> {
                if (!admin.listTopics().names().get().contains(topic)) {
                    admin.createTopics(List.of(compacted)).all().get();
                }
                return topic;
            });
        } catch (TopicExistsException e) {
            // Another has made it in between, which is as good.
        }
    }

    private static Map<String, Object> writing(Map<String, String> clients) {
        return with(
                clients,
                Map.of(
                        "acks",
                        "all",
                        "linger.ms",
                        0,
                        "max.block.ms",
                        WAIT_MS,
                        "delivery.timeout.ms",
                        WAIT_MS,
                        "request.timeout.ms",
                        WAIT_MS / 2));
    }

    private static Map<String, Object> reading(Map<String, String> clients) {
        return with(
                clients,
                Map.of(
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        false,
                        // A broker answers a connection in order: a long wait for data would delay the next question.
                        "fetch.max.wait.ms",
                        SHORT_WAIT_MS,
                        "default.api.timeout.ms",
                        WAIT_MS,
                        "request.timeout.ms",
                        WAIT_MS / 2));
    }

    private static Map<String, Object> with(Map<String, String> clients, Map<String, Object> more) {
        Map<String, Object> config = new HashMap<>(clients);
        config.putAll(more);
        return config;
    }

    private interface Call<T> {
        T get() throws ExecutionException, InterruptedException;
    }

    private static <T> T await(Call<T> call) {
        try {
            return call.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException k ? k : new KafkaException(e.getCause());
        }
    }
}
