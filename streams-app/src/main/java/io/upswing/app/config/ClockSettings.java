package io.upswing.app.config;

import java.time.Duration;

/**
 * The live clock.
 *
 * @param enabled whether this instance may close days
 * @param grace how long after its end a day stays open
 * @param interval between two looks at the broker's time
 */
public record ClockSettings(boolean enabled, Duration grace, Duration interval) {
    /** Checks the ranges. */
    public ClockSettings {
        if (grace.isNegative()) {
            throw new IllegalArgumentException("a grace period is not negative: " + grace);
        }
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("an interval is positive, not " + interval);
        }
    }
}
