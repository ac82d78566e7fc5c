package io.upswing.app;

import io.upswing.app.stores.StateRefusedException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a stream thread that failed: it is replaced, and its tasks begin again from their last commit, since most
 * failures pass (a broker that was away too long). One that comes again and again ends the instance, where someone sees it;
 * state that is refused does so at once.
 */
final class RestartLimit implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RestartLimit.class);
    private static final int MOST = 10;
    private static final long WITHIN_NANOS = 600_000_000_000L;

    private final LongSupplier nanoTime;
    private final Deque<Long> failures = new ArrayDeque<>();

    RestartLimit(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StateRefusedException refused) {
                LOG.error("Stopping: {}", refused.getMessage());
                return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
            }
        }
        long now = nanoTime.getAsLong();
        failures.addLast(now);
        while (now - failures.getFirst() > WITHIN_NANOS) {
            failures.removeFirst();
        }
        if (failures.size() > MOST) {
            LOG.error("A stream thread failed for the {}th time within 10 minutes: stopping", failures.size(), failure);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        LOG.error("A stream thread failed; it is replaced, and goes on from the last commit", failure);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
