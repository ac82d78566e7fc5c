package io.upswing.cli.simulating;

import io.upswing.producers.simulator.Pace;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** So many records per second, from the first one on; one that is held up is made up for. */
public final class Metronome implements Pace {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long PARKED_AT_MOST = NANOS_PER_SECOND / 10;

    private final double perSecond;
    private final LongSupplier nanoTime;
    private final LongConsumer park;
    private @Nullable Long start;

    Metronome(double perSecond, LongSupplier nanoTime, LongConsumer park) {
        this.perSecond = perSecond;
        this.nanoTime = nanoTime;
        this.park = park;
    }

    /** By the machine's timer, which tells no time of day. */
    public static Metronome of(double perSecond) {
        return new Metronome(perSecond, System::nanoTime, LockSupport::parkNanos);
    }

    /** About as many as go out in a second. */
    @Override
    public int recordsPerTransaction() {
        return Math.clamp((long) perSecond, 1, Pace.FASTEST.recordsPerTransaction());
    }

    @Override
    public void await(long record) {
        if (start == null) {
            start = nanoTime.getAsLong();
        }
        long due = start + (long) (record / perSecond * NANOS_PER_SECOND);
        for (long left = due - nanoTime.getAsLong(); left > 0; left = due - nanoTime.getAsLong()) {
            park.accept(Math.min(left, PARKED_AT_MOST));
        }
    }
}
