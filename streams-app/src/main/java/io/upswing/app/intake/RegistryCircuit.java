package io.upswing.app.intake;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Keeps tasks from asking, one after the other, a registry that has just not answered: each question may take the client's
 * whole time-out, and a thread that serves many tasks would lose its transactions. Shared by all tasks of the process.
 */
public final class RegistryCircuit {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final LongSupplier nanoTime;
    private final long pause;
    private final AtomicLong closedFrom;

    /** @param nanoTime only paces the questions; no result depends on it */
    public RegistryCircuit(LongSupplier nanoTime) {
        this(nanoTime, PAUSE);
    }

    /** With another pause after a question that was not answered. */
    public RegistryCircuit(LongSupplier nanoTime, Duration pause) {
        this.nanoTime = nanoTime;
        this.pause = pause.toNanos();
        closedFrom = new AtomicLong(nanoTime.getAsLong());
    }

    /** The registry has not answered. */
    public void failed() {
        closedFrom.set(nanoTime.getAsLong() + pause);
    }

    /** Whether the pause is over. */
    public boolean mayAsk() {
        return nanoTime.getAsLong() - closedFrom.get() >= 0;
    }
}
