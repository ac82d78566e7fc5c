package io.upswing.app.reliability;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Waits for what comes about elsewhere. */
final class Await {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long PAUSE_MS = 20;

    private Await() {}

    interface Condition {
        boolean holds() throws Exception;
    }

    /** Until a condition holds; what is seen goes into the failure if it never does. */
    static void until(String what, Supplier<Object> seen, Condition condition) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.holds()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("waited in vain for " + what + "; last seen: " + seen.get());
            }
            Thread.sleep(PAUSE_MS);
        }
    }
}
