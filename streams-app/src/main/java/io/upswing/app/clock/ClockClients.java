package io.upswing.app.clock;

import io.upswing.app.config.AppConfig;
import io.upswing.schemas.watermarks.Acknowledgement;
import io.upswing.schemas.watermarks.WatermarkReader;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes the clients of a clock; a failed one is closed and replaced. */
interface ClockClients {
    /**
     * How long the broker is waited for. Shorter than a producer waits: what comes late is taken back with its transaction,
     * and a new producer is tried.
     */
    Acknowledgement TAKEN = Acknowledgement.within(Duration.ofSeconds(20));

    /** Transactional, with the id that all clocks of an installation share. */
    Producer<byte[], byte[]> producer();

    /** As {@link WatermarkReader} needs it. */
    Consumer<byte[], byte[]> consumer();

    /** Clients of a cluster. */
    static ClockClients of(AppConfig config) {
        String name = config.topics().prefix() + "clock";
        return new ClockClients() {
            @Override
            public Producer<byte[], byte[]> producer() {
                return new KafkaProducer<>(producerConfig(config.producerConfig(), name));
            }

            @Override
            public Consumer<byte[], byte[]> consumer() {
                Map<String, Object> settings = WatermarkReader.consumerConfig(config.consumerConfig());
                settings.put(ConsumerConfig.CLIENT_ID_CONFIG, name);
                // The end of one partition would hold up the next for half a second.
                settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
                return new KafkaConsumer<>(settings);
            }
        };
    }

    private static Map<String, Object> producerConfig(Map<String, Object> kafka, String name) {
        kafka.put(ProducerConfig.CLIENT_ID_CONFIG, name);
        kafka.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, name);
        kafka.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        kafka.put(ProducerConfig.ACKS_CONFIG, "all");
        kafka.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        kafka.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        // What a killed clock left open holds up all readers of the inputs for so long.
        kafka.putIfAbsent(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
        return kafka;
    }
}
