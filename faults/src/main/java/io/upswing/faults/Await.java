package io.upswing.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Waits for what comes about elsewhere. */
final class Await {
    static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long PAUSE_MS = 20;

    private Await() {}

    interface Condition {
        boolean holds() throws Exception;
    }

    /**
     * Until a condition holds.
     *
     * @param seen goes into the failure if it never does
     * @throws WaitedInVainException if it does not within minutes
     */
    static void until(String what, Supplier<Object> seen, Condition condition) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.holds()) {
            if (Instant.now().isAfter(end)) {
                throw new WaitedInVainException(what, String.valueOf(seen.get()));
            }
            Thread.sleep(PAUSE_MS);
        }
    }
}
