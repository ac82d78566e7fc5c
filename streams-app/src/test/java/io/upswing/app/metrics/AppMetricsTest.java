package io.upswing.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
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
                    .contains("\nprocess_uptime_seconds ")
                    .contains("\nkafka_consumer_connections{")
                    .doesNotContain("_ns_", "_ms ", "_connection_count");
            assertThat(named(metrics, "# TYPE ")).isNotEmpty().isEqualTo(named(metrics, "# HELP "));
        }
    }

    private static Set<String> named(AppMetrics metrics, String beginning) {
        return metrics.scrape()
                .lines()
                .filter(line -> line.startsWith(beginning))
                .map(line -> line.split(" ", -1)[2])
                .collect(Collectors.toSet());
    }
}
