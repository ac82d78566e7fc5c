package io.upswing.app.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.upswing.app.topology.Tasks;
import io.upswing.core.entity.Quality;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The counts of data quality of one task. */
final class QualityGauges implements AutoCloseable {
    /** Sources name themselves: one that makes up names must not fill the memory. The views show all. */
    private static final int MOST = 500;

    private final MeterRegistry registry;
    private final Tasks.Id id;
    private final Map<Quality.Key, AtomicLong> counts = new ConcurrentHashMap<>();
    private final List<Gauge> gauges = new ArrayList<>();

    QualityGauges(MeterRegistry registry, Tasks.Id id) {
        this.registry = registry;
        this.id = id;
    }

    void set(Quality.Key key, long count) {
        AtomicLong known = counts.get(key);
        if (known != null) {
            known.set(count);
        } else if (counts.size() < MOST) {
            AtomicLong first = new AtomicLong(count);
            counts.put(key, first);
            gauges.add(gauge(key, first));
        }
    }

    private Gauge gauge(Quality.Key key, AtomicLong count) {
        return Gauge.builder("upswing.quality", count, AtomicLong::doubleValue)
                .description("Entities (item 'all'), what is odd about how many of them, late facts, and dead letters")
                .tag("stage", id.stage())
                .tag("task", Integer.toString(id.partition()))
                .tag("source", key.source())
                .tag("kind", key.kind())
                .tag("item", key.item())
                .register(registry);
    }

    @Override
    public void close() {
        gauges.forEach(registry::remove);
    }
}
