package io.upswing.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppMetricsTest {
    @Test
    void metricsOfKafkaStreamsAndTheJvmAreThere(@TempDir Path state) {
        Topology topology = new Topology();
        topology.addSource("source", "input");
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "metrics");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());

        try (KafkaStreams streams = new KafkaStreams(topology, config);
                AppMetrics metrics = new AppMetrics()) {
            metrics.bind(streams);

            assertThat(metrics.scrape())
                    .contains("\nkafka_stream_")
                    .contains("\nkafka_consumer_")
                    .contains("\njvm_memory_used_bytes{")
                    .contains("\nprocess_uptime_seconds ");
        }
    }
}
