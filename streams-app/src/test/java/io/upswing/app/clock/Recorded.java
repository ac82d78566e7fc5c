package io.upswing.app.clock;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** What a clock has told, and a way to wait for it. */
final class Recorded implements ClockListener {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<ClockState> states = new ArrayList<>();
    private final List<LocalDate> days = new ArrayList<>();
    private final List<Exception> failures = new ArrayList<>();

    @Override
    public synchronized void stateChanged(ClockState state) {
        states.add(state);
        notifyAll();
    }

    @Override
    public synchronized void lastDay(LocalDate day) {
        days.add(day);
        notifyAll();
    }

    @Override
    public synchronized void failed(Exception cause) {
        failures.add(cause);
        notifyAll();
    }

    synchronized List<ClockState> states() {
        return List.copyOf(states);
    }

    synchronized List<LocalDate> days() {
        return List.copyOf(days);
    }

    synchronized List<Exception> failures() {
        return List.copyOf(failures);
    }

    void awaitState(ClockState state) throws InterruptedException {
        await("state " + state, r -> !r.states.isEmpty() && r.states.getLast() == state);
    }

    void awaitDay(LocalDate day) throws InterruptedException {
        await("day " + day, r -> r.days.contains(day));
    }

    private synchronized void await(String what, Predicate<Recorded> reached) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.test(this)) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("waited for " + what + " in vain: " + states + ", " + days + ", " + failures);
            }
            wait(left);
        }
    }
}
