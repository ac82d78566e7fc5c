package io.upswing.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BaseUnitsTest {
    private final BaseUnitRegistry registry = new BaseUnitRegistry();
    private final AtomicLong value = new AtomicLong(2_500_000_000L);

    private List<String> lines() {
        return registry.scrape().lines().toList();
    }

    private Gauge gauge(String name, String help) {
        return Gauge.builder(name, value, AtomicLong::doubleValue)
                .description(help)
                .register(registry);
    }

    @Test
    void nanosecondsInANameAreSecondsInNameValueAndHelp() {
        gauge("kafka.consumer.io.time.ns.avg", "Time per call in nanoseconds.");

        assertThat(lines())
                .contains(
                        "kafka_consumer_io_time_seconds_avg 2.5",
                        "# HELP kafka_consumer_io_time_seconds_avg Time per call in seconds.");
    }

    @Test
    void millisecondsInANameAreSeconds() {
        gauge("kafka.app.info.start.time.ms", "");

        assertThat(lines())
                .contains(
                        "kafka_app_info_start_time_seconds 2500000.0",
                        "# HELP kafka_app_info_start_time_seconds kafka app info start time ms");
    }

    @Test
    void nanosecondsOfACounterAreSeconds() {
        FunctionCounter.builder("kafka.producer.flush.time.ns.total", value, AtomicLong::doubleValue)
                .register(registry);
        FunctionCounter.builder("process.cpu.time", value, AtomicLong::doubleValue)
                .baseUnit("ns")
                .register(registry);

        assertThat(lines())
                .contains("kafka_producer_flush_time_seconds_total 2.5", "process_cpu_time_seconds_total 2.5");
    }

    @Test
    void aGaugeThatEndsInCountIsNamedByWhatItCounts() {
        gauge("kafka.consumer.connection.count", "Connections.");
        FunctionCounter.builder("calls.count", value, AtomicLong::doubleValue).register(registry);

        assertThat(lines())
                .contains("kafka_consumer_connections 2.5E9")
                .anyMatch(line -> line.startsWith("calls_count_total "));
    }

    @Test
    void anythingElseStaysAsItIs() {
        gauge("kafka.consumer.fetch.latency.avg", "The average time taken for a fetch request.");

        assertThat(lines())
                .contains(
                        "kafka_consumer_fetch_latency_avg 2.5E9",
                        "# HELP kafka_consumer_fetch_latency_avg The average time taken for a fetch request.");
    }

    @Test
    void aMeterGoesByTheNameThatItWasGiven() {
        Meter meter = gauge("kafka.consumer.io.time.ns.avg", "Time per call in nanoseconds.");

        registry.remove(meter);

        assertThat(registry.scrape()).doesNotContain("io_time");
    }
}
