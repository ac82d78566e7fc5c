package io.upswing.app.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.upswing.app.views.Instance;
import io.upswing.app.views.KpiNumbers;
import io.upswing.app.views.UnavailableException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What dashboards show of the tasks that run here: KPIs of units, open issues, open plans by pace, and what holds the open
 * day. Read by a thread of its own, so that a scrape never waits for a task; that thread is idle for most of the time.
 */
public final class FigureGauges implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FigureGauges.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(10);
    /** What is older looks like the truth, and is not. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    /** A pause lasts so many times as long as the reading before it. */
    private static final int IDLE = 20;

    private final FigureReader reader;
    private final MultiGauge kpis;
    private final MultiGauge issues;
    private final MultiGauge plans;
    private final MultiGauge holding;
    private final AtomicInteger leftOut = new AtomicInteger();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("figures").daemon().factory());

    private FigureGauges(MeterRegistry registry, FigureReader reader) {
        this.reader = reader;
        kpis = gauge(registry, "upswing.kpi", "KPIs of company, regions and teams on the open day; no data: no series");
        issues = gauge(registry, "upswing.issues.open", "Issues that have not ended; none: no series");
        plans = gauge(registry, "upswing.plans.open", "Plans that have not ended; none: no series");
        holding = gauge(
                registry,
                "upswing.open.day.held",
                "1 for each partition of an input that has not said yet that the task's open day is over");
        Gauge.builder("upswing.kpi.units.left.out", leftOut, AtomicInteger::doubleValue)
                .description("Regions and teams whose KPIs are not among the metrics, since there are too many")
                .register(registry);
    }

    /** Begins to read, again and again. */
    public static FigureGauges start(MeterRegistry registry, Instance instance, int currencyDigits) {
        FigureGauges gauges = of(registry, instance, currencyDigits);
        gauges.again(SHORTEST_PAUSE);
        return gauges;
    }

    static FigureGauges of(MeterRegistry registry, Instance instance, int currencyDigits) {
        return new FigureGauges(registry, new FigureReader(instance, new KpiNumbers(currencyDigits)));
    }

    private static MultiGauge gauge(MeterRegistry registry, String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    private void again(Duration pause) {
        try {
            var unused = thread.schedule(this::turn, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("figures are read no more", e);
        }
    }

    private void turn() {
        long begin = cpuNanos();
        try {
            read();
        } catch (RuntimeException e) {
            LOG.warn("figures for the metrics can't be read", e);
        }
        again(pauseAfter(Duration.ofNanos(cpuNanos() - begin)));
    }

    /** Of this thread: while it waits for a busy machine, it costs nobody anything. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    static Duration pauseAfter(Duration work) {
        return Collections.min(
                List.of(LONGEST_PAUSE, Collections.max(List.of(SHORTEST_PAUSE, work.multipliedBy(IDLE)))));
    }

    /** Reads once. What can't be read at the moment is not shown: what stands still looks like the truth. */
    void read() {
        holding.register(reader.holding(), true);
        try {
            FigureReader.Units units = reader.units();
            List<Row<Number>> openIssues = reader.issues();
            List<Row<Number>> openPlans = reader.plans();
            show(units, openIssues, openPlans);
        } catch (UnavailableException e) {
            LOG.debug("figures can't be read at the moment", e);
            show(new FigureReader.Units(List.of(), 0), List.of(), List.of());
        }
    }

    private void show(FigureReader.Units units, List<Row<Number>> openIssues, List<Row<Number>> openPlans) {
        kpis.register(units.rows(), true);
        leftOut.set(units.leftOut());
        issues.register(openIssues, true);
        plans.register(openPlans, true);
    }

    /** Returns when nothing is read any more, or after a while. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(SHORTEST_PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("figures for the metrics are still being read");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
