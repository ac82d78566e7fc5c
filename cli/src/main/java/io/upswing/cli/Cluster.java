package io.upswing.cli;

import io.upswing.app.config.AppConfig;
import io.upswing.cli.deadletters.Letters;
import io.upswing.producers.rules.PublishedRules;
import io.upswing.producers.rules.RulePlan;
import io.upswing.producers.rules.RulePublisher;
import io.upswing.producers.rules.WrittenRule;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.topics.TopicAdmin;
import io.upswing.schemas.topics.TopicCatalogue;
import io.upswing.schemas.topics.TopicProblem;
import io.upswing.schemas.watermarks.FirstWatermark;
import io.upswing.schemas.watermarks.WatermarkReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topics on the cluster of a configuration, for as long as a command needs them. */
final class Cluster implements AutoCloseable {
    // Kafka's minute is long for who waits in front of a screen, and has mistyped an address.
    private static final String PATIENCE_MILLIS = "15000";

    private final AppConfig config;
    private final TopicCatalogue catalogue;
    private final Admin admin;

    private Cluster(AppConfig config, TopicCatalogue catalogue, Admin admin) {
        this.config = config;
        this.catalogue = catalogue;
        this.admin = admin;
    }

    static Cluster of(AppConfig config) {
        TopicCatalogue catalogue = config.catalogue();
        try {
            return new Cluster(config, catalogue, Admin.create(adminConfig(config)));
        } catch (RuntimeException e) {
            catalogue.close();
            throw e;
        }
    }

    TopicCatalogue catalogue() {
        return catalogue;
    }

    Admin admin() {
        return admin;
    }

    TopicAdmin.Creation create() {
        return new TopicAdmin(admin).create(catalogue, config.topics().replicationFactor());
    }

    List<TopicProblem> check() {
        return new TopicAdmin(admin).check(catalogue, config.applicationId());
    }

    /** What is wrong with those that imports write to: an importer may see no others. */
    List<TopicProblem> checkImported() {
        List<Topic<?, ?>> written = new ArrayList<>(catalogue.inputs());
        written.add(catalogue.names());
        return new TopicAdmin(admin).check(catalogue, written);
    }

    /** Closes all days up to one in those input topics that are still empty; returns them. */
    List<String> writeFirstWatermark(LocalDate day) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(producerConfig());
                KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(WatermarkReader.consumerConfig(config.consumerConfig()))) {
            producer.initTransactions();
            List<String> inputs =
                    catalogue.inputs().stream().map(topic -> topic.name()).toList();
            return new FirstWatermark(producer, consumer).write(day, inputs);
        }
    }

    /** The dead letters that are there now. */
    Letters deadLetters() {
        Map<String, Object> settings = WatermarkReader.consumerConfig(config.consumerConfig());
        settings.putIfAbsent(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings);
        try {
            return new Letters(consumer, catalogue.deadLetters().name());
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    /** What is published of rules. */
    PublishedRules publishedRules() {
        return PublishedRules.read(rulesConfig(), catalogue.rules());
    }

    /** Publishes rules that have changed. */
    RulePlan publishRules(List<WrittenRule> rules, boolean retireMissing, Instant occurredAt) {
        return RulePublisher.publish(rulesConfig(), catalogue, rules, retireMissing, occurredAt);
    }

    private Map<String, Object> rulesConfig() {
        Map<String, Object> client = config.clientConfig();
        client.putIfAbsent(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        client.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
        return client;
    }

    private Map<String, Object> producerConfig() {
        Map<String, Object> producer = config.producerConfig();
        producer.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, catalogue.prefix() + "topics-create");
        producer.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        producer.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return producer;
    }

    private static Map<String, Object> adminConfig(AppConfig config) {
        Map<String, Object> admin = config.adminConfig();
        admin.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        admin.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        return admin;
    }

    @Override
    public void close() {
        admin.close();
        catalogue.close();
    }
}
