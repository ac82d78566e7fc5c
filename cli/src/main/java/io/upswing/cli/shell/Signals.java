package io.upswing.cli.shell;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * SIGINT and SIGTERM, as the JVM hands them on: its shutdown waits until the command has ended in good order. The exit code
 * is then the one that shells know, 128 and the signal's number.
 */
public final class Signals implements AutoCloseable {
    // What is stopped by then may be restored from the log; longer, and supervisors kill.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::onShutdown, "signals");

    private Signals() {}

    /** Begins to listen. */
    public static Signals listen() {
        Signals signals = new Signals();
        Runtime.getRuntime().addShutdownHook(signals.hook);
        return signals;
    }

    /** Whether the process has been told to end. */
    public boolean told() {
        return told.getCount() == 0;
    }

    /** Waits until the process is told to end, at most for a time; returns whether it was. */
    public boolean await(Duration atMost) throws InterruptedException {
        return told.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Lets the process end, if it has been told to. */
    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The shutdown is under way: the hook is what waits for this call.
        }
    }

    private void onShutdown() {
        told.countDown();
        try {
            done.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
