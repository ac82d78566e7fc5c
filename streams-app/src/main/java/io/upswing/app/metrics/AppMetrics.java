package io.upswing.app.metrics;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.streams.KafkaStreams;

/** All metrics of a process: of the stages, of Kafka Streams and its clients, of the JVM. */
public final class AppMetrics implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new BaseUnitRegistry();
    private final StageMetrics stages = new StageMetrics(registry);
    private final Deque<AutoCloseable> bound = new ArrayDeque<>();

    public AppMetrics() {
        JvmGcMetrics gc = new JvmGcMetrics();
        bound.push(gc);
        List<MeterBinder> binders = List.of(
                gc,
                new JvmMemoryMetrics(),
                new JvmThreadMetrics(),
                new ClassLoaderMetrics(),
                new ProcessorMetrics(),
                new UptimeMetrics(),
                new FileDescriptorMetrics());
        binders.forEach(binder -> binder.bindTo(registry));
    }

    /** Sees what the stages do. */
    public StageMetrics stages() {
        return stages;
    }

    /** Where others may add theirs. */
    public PrometheusMeterRegistry registry() {
        return registry;
    }

    /** Adds the metrics of Kafka Streams and its clients, and follows them as they come and go. */
    public void bind(KafkaStreams streams) {
        KafkaStreamsMetrics metrics = new KafkaStreamsMetrics(streams);
        metrics.bindTo(registry);
        bound.push(metrics);
    }

    /** All metrics in Prometheus' text format. */
    public String scrape() {
        return registry.scrape();
    }

    /** Before Kafka Streams is closed, so that none of its metrics is asked for any more. */
    @Override
    public void close() {
        while (!bound.isEmpty()) {
            closed(bound.pop());
        }
        registry.close();
    }

    private static void closed(AutoCloseable binder) {
        try {
            binder.close();
        } catch (Exception e) {
            throw new IllegalStateException("metrics can't be closed", e);
        }
    }
}
