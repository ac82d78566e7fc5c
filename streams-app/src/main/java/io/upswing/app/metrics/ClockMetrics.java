package io.upswing.app.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.upswing.app.clock.ClockListener;
import io.upswing.app.clock.ClockState;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** The metrics of the live clock: whether it is the active one, the last day that it knows closed, and its failures. */
public final class ClockMetrics implements ClockListener {
    private final AtomicReference<ClockState> state = new AtomicReference<>(ClockState.WAITING);
    private final AtomicLong lastDay = new AtomicLong();
    private final Counter failures;

    public ClockMetrics(MeterRegistry registry) {
        Gauge.builder("upswing.clock.active", state, now -> now.get() == ClockState.ACTIVE ? 1 : 0)
                .description("1 if this instance's clock is the one that closes days")
                .register(registry);
        Gauge.builder("upswing.clock.last.day.timestamp", lastDay, AtomicLong::doubleValue)
                .description("Start of the last day closed in all inputs, UTC; 0 if none is known")
                .baseUnit("seconds")
                .register(registry);
        failures = Counter.builder("upswing.clock.failures")
                .description("Steps of the clock that failed and are tried again")
                .register(registry);
    }

    @Override
    public void stateChanged(ClockState now) {
        state.set(now);
    }

    @Override
    public void lastDay(LocalDate day) {
        lastDay.set(day.atStartOfDay().toEpochSecond(ZoneOffset.UTC));
    }

    @Override
    public void failed(Exception cause) {
        failures.increment();
    }
}
