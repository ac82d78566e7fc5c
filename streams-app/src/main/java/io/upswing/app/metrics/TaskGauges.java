package io.upswing.app.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.upswing.app.topology.Tasks;
import io.upswing.core.time.DayGate;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How far one task is. Days are given as other points in time are in Prometheus: seconds since the epoch, here at the
 * day's start in UTC, so that {@code time() - upswing_open_day_timestamp_seconds} is its age.
 */
final class TaskGauges implements AutoCloseable {
    private static final long SECONDS_PER_DAY = Duration.ofDays(1).toSeconds();

    private final MeterRegistry registry;
    private final List<Meter> meters;
    private volatile int openDay = DayGate.NOT_OPEN;
    private volatile int evaluatedDay = DayGate.NOT_OPEN;
    private volatile long waiting;

    TaskGauges(MeterRegistry registry, Tasks.Id id) {
        this.registry = registry;
        meters = List.of(
                gauge(
                        id,
                        "upswing.open.day.timestamp.seconds",
                        "Start (UTC) of the first day that is not closed yet",
                        task -> seconds(task.openDay)),
                gauge(
                        id,
                        "upswing.evaluated.day.timestamp.seconds",
                        "Start (UTC) of the last day that is evaluated; of other stages than rep, closed",
                        task -> seconds(task.evaluatedDay)),
                gauge(
                        id,
                        "upswing.waiting.records",
                        "Records that wait until the schema registry can be asked",
                        task -> task.waiting));
    }

    private Gauge gauge(Tasks.Id id, String name, String description, ToDoubleFunction<TaskGauges> value) {
        return Gauge.builder(name, this, value)
                .description(description)
                .tag("stage", id.stage())
                .tag("task", Integer.toString(id.partition()))
                .strongReference(true)
                .register(registry);
    }

    private static double seconds(int day) {
        return day == DayGate.NOT_OPEN ? Double.NaN : (double) (day * SECONDS_PER_DAY);
    }

    void days(int open, int evaluated) {
        openDay = open;
        evaluatedDay = evaluated;
    }

    void waiting(long records) {
        waiting = records;
    }

    @Override
    public void close() {
        meters.forEach(registry::remove);
    }
}
