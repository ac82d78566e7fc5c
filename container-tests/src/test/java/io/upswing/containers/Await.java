package io.upswing.containers;

import java.io.IOException;
import java.time.Duration;

/** Waits until assertions hold, or fails as they fail in the end. */
final class Await {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private Await() {}

    static void until(Check check) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                check.holds();
                return;
            } catch (AssertionError | IOException notYet) {
                Thread.sleep(PAUSE.toMillis());
            }
        }
        check.holds();
    }

    /** Throws if it does not hold, or can't be asked. */
    @FunctionalInterface
    interface Check {
        void holds() throws Exception;
    }
}
