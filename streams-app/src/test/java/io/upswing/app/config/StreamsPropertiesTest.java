package io.upswing.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class StreamsPropertiesTest {
    private static final HostPort ADDRESS = new HostPort("127.0.0.1", 7070);

    @Test
    void kafkaStreamsTakesThem() {
        Properties properties = StreamsProperties.of(Minimal.config(), ADDRESS);

        StreamsConfig streams = new StreamsConfig(properties);

        assertThat(streams.getString("application.id")).isEqualTo("upswing.app");
        assertThat(streams.getString("application.server")).isEqualTo("127.0.0.1:7070");
        assertThat(streams.getString("processing.guarantee")).isEqualTo("exactly_once_v2");
        assertThat(streams.getString("client.id")).isEqualTo("upswing.app-127.0.0.1-7070");
        Map<String, Object> consumer = streams.getMainConsumerConfigs("group", "client", 0);
        assertThat(consumer)
                .containsEntry("session.timeout.ms", "10000")
                .containsEntry("auto.offset.reset", "earliest");
        assertThat(new ConsumerConfig(withDeserializers(consumer))).isNotNull();
    }

    @Test
    void kafkaKeysWinOverDefaultsAndAreNotChanged() {
        AppConfig config = Minimal.with(
                "kafka.commit.interval.ms", "1000",
                "kafka.consumer.session.timeout.ms", "45000",
                "kafka.producer.compression.type", "zstd",
                "kafka.client.id", "mine");

        Properties properties = StreamsProperties.of(config, ADDRESS);

        assertThat(properties)
                .containsEntry("commit.interval.ms", "1000")
                .containsEntry("consumer.session.timeout.ms", "45000")
                .containsEntry("producer.compression.type", "zstd")
                .containsEntry("client.id", "mine")
                .containsEntry("topic.message.timestamp.type", "LogAppendTime");
    }

    @Test
    void theBrokersProtocolIsGivenNoSessionTimeOut() {
        AppConfig config = Minimal.with("group.protocol", "streams");

        Properties properties = StreamsProperties.of(config, ADDRESS);

        assertThat(properties)
                .containsEntry("group.protocol", "streams")
                .doesNotContainKey("consumer.session.timeout.ms");
        assertThat(new StreamsConfig(properties)).isNotNull();
    }

    @Test
    void replicatedTopicsNeedTwoReplicasInSync() {
        AppConfig three = Minimal.with("topics.replication-factor", "3");

        assertThat(StreamsProperties.of(three, ADDRESS))
                .containsEntry("replication.factor", "3")
                .containsEntry("topic.min.insync.replicas", "2");
        assertThat(StreamsProperties.of(Minimal.config(), ADDRESS)).doesNotContainKey("topic.min.insync.replicas");
    }

    @Test
    void everyKeyIsOneThatKafkaKnows() {
        assertThat(StreamsProperties.CHOICES)
                .extracting(StreamsProperties.Choice::key)
                .filteredOn(key -> !key.startsWith("topic."))
                .allMatch(KafkaKeys::isKnown);
    }

    private static Map<String, Object> withDeserializers(Map<String, Object> consumer) {
        consumer.put("key.deserializer", "org.apache.kafka.common.serialization.ByteArrayDeserializer");
        consumer.put("value.deserializer", "org.apache.kafka.common.serialization.ByteArrayDeserializer");
        return consumer;
    }
}
