package io.upswing.faults;

import io.upswing.app.UpswingApp;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.KafkaStreams;

/** Real clients for Kafka Streams, but for the producer. */
final class PlantedClients implements KafkaClientSupplier {
    private final Function<Map<String, Object>, Producer<byte[], byte[]>> producer;

    private PlantedClients(Function<Map<String, Object>, Producer<byte[], byte[]>> producer) {
        this.producer = producer;
    }

    /** Runs the app over them, as {@link AppProcess} does over its own. */
    static void run(String[] args, Function<Map<String, Object>, Producer<byte[], byte[]>> producer)
            throws IOException {
        try (UpswingApp app = UpswingApp.start(
                AppProcess.config(args),
                List.of(),
                (topology, properties) -> new KafkaStreams(topology, properties, new PlantedClients(producer)))) {
            Child.serve(app.url());
        }
    }

    @Override
    public Admin getAdmin(Map<String, Object> config) {
        return Admin.create(config);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        return producer.apply(config);
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        return consumer(config);
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
        return consumer(config);
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
        return consumer(config);
    }

    private static Consumer<byte[], byte[]> consumer(Map<String, Object> config) {
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** A producer that can say that it has sent what it has not. */
    static class Pretending extends KafkaProducer<byte[], byte[]> {
        Pretending(Map<String, Object> config) {
            super(config, new ByteArraySerializer(), new ByteArraySerializer());
        }

        final Future<RecordMetadata> pretend(ProducerRecord<byte[], byte[]> record, Callback callback) {
            RecordMetadata nowhere = new RecordMetadata(new TopicPartition(record.topic(), 0), -1, -1, -1, -1, -1);
            callback.onCompletion(nowhere, null);
            return CompletableFuture.completedFuture(nowhere);
        }
    }
}
