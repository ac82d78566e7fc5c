package io.upswing.app.intake;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Keeps tasks from asking, one after the other, a registry that has just not answered: each question may take the client's
 * whole time-out, and a thread that serves many tasks would lose its transactions. Shared by all tasks of the process.
 */
public final class RegistryCircuit {
    private static final long PAUSE = Duration.ofSeconds(2).toNanos();

    private final LongSupplier nanoTime;
    private final AtomicLong closedFrom;

    /** @param nanoTime only paces the questions; no result depends on it */
    public RegistryCircuit(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        closedFrom = new AtomicLong(nanoTime.getAsLong());
    }

    void failed() {
        closedFrom.set(nanoTime.getAsLong() + PAUSE);
    }

    boolean mayAsk() {
        return nanoTime.getAsLong() - closedFrom.get() >= 0;
    }
}
