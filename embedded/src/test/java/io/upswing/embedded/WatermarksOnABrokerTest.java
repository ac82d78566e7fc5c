package io.upswing.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.schemas.registry.RegistryClient;
import io.upswing.schemas.serde.SerdeFactory;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.topics.TopicAdmin;
import io.upswing.schemas.topics.TopicCatalogue;
import io.upswing.schemas.watermarks.FirstWatermark;
import io.upswing.schemas.watermarks.WatermarkReader;
import io.upswing.schemas.watermarks.WatermarkWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code schemas} does with topics and watermarks, on a real broker. */
class WatermarksOnABrokerTest {
    private static final LocalDate DAY = LocalDate.of(2017, 3, 1);

    @TempDir
    static Path directory;

    private static EmbeddedKafka kafka;
    private static Clients clients;

    @BeforeAll
    static void start() {
        kafka = EmbeddedKafka.start(KafkaOptions.in(directory));
        clients = new Clients(kafka.bootstrapServers());
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void theTopicsOfTheCatalogueAreMadeAsTheyMustBe() {
        try (TopicCatalogue catalogue = catalogue("made.");
                Admin admin = clients.admin()) {
            TopicAdmin topics = new TopicAdmin(admin);

            TopicAdmin.Creation first = topics.create(catalogue, (short) -1);
            TopicAdmin.Creation second = topics.create(catalogue, (short) -1);

            assertThat(first.created()).isNotEmpty();
            assertThat(first.problems()).isEmpty();
            assertThat(second.created()).isEmpty();
            assertThat(second.existing()).isEqualTo(first.created());
            assertThat(topics.check(catalogue)).isEmpty();
        }
    }

    @Test
    void onlyTopicsWithoutRecordsGetAFirstWatermark() throws Exception {
        try (TopicCatalogue catalogue = catalogue("first.");
                Admin admin = clients.admin();
                KafkaProducer<byte[], byte[]> producer = clients.transactionalProducer("first");
                KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            new TopicAdmin(admin).create(catalogue, (short) 1);
            List<String> inputs = catalogue.inputs().stream().map(Topic::name).toList();
            producer.beginTransaction();
            send(producer, inputs.getFirst(), 0, 1);
            producer.abortTransaction();
            producer.beginTransaction();
            send(producer, inputs.getLast(), 0, 1);
            producer.commitTransaction();
            FirstWatermark watermark = new FirstWatermark(producer, consumer);

            List<String> written = watermark.write(DAY, inputs);

            assertThat(written).isEqualTo(inputs.subList(0, inputs.size() - 1));
            assertThat(watermark.write(DAY.plusDays(1), inputs)).isEmpty();
            assertThat(highest(consumer, inputs.getFirst())).containsOnly(Optional.of(DAY));
            assertThat(highest(consumer, inputs.getLast())).containsOnly(Optional.empty());
        }
    }

    @Test
    void theHighestWatermarkIsFoundBehindThousandsOfRecordsAndMarkers() throws Exception {
        clients.createTopic("deep", 3);
        try (KafkaProducer<byte[], byte[]> producer = clients.transactionalProducer("deep");
                KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            WatermarkWriter writer = new WatermarkWriter(producer);
            inTransaction(producer, () -> writer.write(DAY, List.of("deep")));
            sendData(producer, 0, 1);
            inTransaction(producer, () -> writer.write(DAY.plusDays(1), List.of("deep")));
            for (int i = 0; i < 30; i++) {
                sendData(producer, 0, 200);
            }
            for (int i = 0; i < 150; i++) {
                sendData(producer, 1, 1);
            }
            producer.beginTransaction();
            writer.write(DAY.plusDays(2), List.of("deep"));
            producer.abortTransaction();

            Map<TopicPartition, Optional<LocalDate>> highest = new WatermarkReader(consumer).highest(List.of("deep"));

            assertThat(highest).hasSize(3);
            assertThat(highest.values()).containsOnly(Optional.of(DAY.plusDays(1)));
        }
    }

    @Test
    void aPartitionWithoutAWatermarkHasNone() throws Exception {
        clients.createTopic("without", 2);
        try (KafkaProducer<byte[], byte[]> producer = clients.transactionalProducer("without");
                KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            inTransaction(producer, () -> send(producer, "without", 1, 300));

            assertThat(highest(consumer, "without")).containsOnly(Optional.empty());
        }
    }

    private static List<Optional<LocalDate>> highest(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        return List.copyOf(new WatermarkReader(consumer).highest(List.of(topic)).values());
    }

    private static void sendData(KafkaProducer<byte[], byte[]> producer, int partition, int records) {
        inTransaction(producer, () -> send(producer, "deep", partition, records));
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, String topic, int partition, int records) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            sent.add(producer.send(new ProducerRecord<>(topic, partition, new byte[] {1}, new byte[] {2})));
        }
        producer.flush();
        assertThat(sent).allMatch(Future::isDone);
    }

    private static void inTransaction(KafkaProducer<byte[], byte[]> producer, Runnable work) {
        producer.beginTransaction();
        work.run();
        producer.commitTransaction();
    }

    private static KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                WatermarkReader.consumerConfig(Map.of("bootstrap.servers", kafka.bootstrapServers())));
    }

    private static TopicCatalogue catalogue(String prefix) {
        return new TopicCatalogue(prefix, 2, SerdeFactory.avro(Map.of(RegistryClient.URL, "mock://watermarks")));
    }
}
