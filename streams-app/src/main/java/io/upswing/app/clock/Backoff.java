package io.upswing.app.clock;

import java.time.Duration;

/** How long to wait before the next try: twice as long each time, up to a minute. */
final class Backoff {
    static final Duration LONGEST = Duration.ofMinutes(1);

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 16;

    private Backoff() {}

    /**
     * The pause after a number of failures in a row.
     *
     * @param failures from 1
     * @param interval of the clock, which the first pause does not exceed
     */
    static Duration after(int failures, Duration interval) {
        Duration first = interval.compareTo(FIRST) < 0 ? interval : FIRST;
        Duration pause = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
