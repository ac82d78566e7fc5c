package io.upswing.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.app.clock.ClockState;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ClockMetricsTest {
    @Test
    void theClocksStateLastDayAndFailuresCanBeScraped() throws Exception {
        try (AppMetrics metrics = new AppMetrics()) {
            ClockMetrics clock = new ClockMetrics(metrics.registry());

            clock.stateChanged(ClockState.ACTIVE);
            clock.lastDay(LocalDate.of(1970, 1, 3));
            clock.failed(new IllegalStateException("the broker is away"));

            assertThat(metrics.scrape())
                    .contains("upswing_clock_active 1.0")
                    .contains("upswing_clock_last_day_timestamp_seconds 172800.0")
                    .contains("upswing_clock_failures_total 1.0");
        }
    }
}
