package io.upswing.app.clock;

import io.upswing.app.config.AppConfig;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.topics.TopicCatalogue;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Closes each day by the broker's time: writes its watermark to every partition of the inputs once the append time of a
 * probe is past the day's end in the organization's zone by the grace period.
 *
 * <p>A day's watermarks are one transaction, and days are closed in order, those missed while no clock was running too.
 * All clocks of an installation share a transactional id, so that only the last to start can write; the others stand by.
 * On inputs without any watermark it waits, since it can't know the first day. What fails is tried again until it works.
 */
public final class LiveClock implements AutoCloseable {
    // Enough for a transaction that is under way; with the broker away nothing is lost by breaking off.
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration AFTER_INTERRUPT = Duration.ofSeconds(15);

    private final ClockLoop loop;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    private LiveClock(ClockLoop loop, String name) {
        this.loop = loop;
        thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    /**
     * Starts a clock on a thread of its own. Whether it should run, {@code clock.enabled}, is the caller's to ask.
     *
     * @param topics outlives the clock
     * @param instance this instance's name on the clock's topic
     */
    public static LiveClock start(AppConfig config, TopicCatalogue topics, String instance, ClockListener listener) {
        return start(config, topics, new Probe(topics.clock(), instance), listener);
    }

    /** As {@link #start(AppConfig, TopicCatalogue, String, ClockListener)}, with another way to the broker's time. */
    public static LiveClock start(AppConfig config, TopicCatalogue topics, BrokerTime time, ClockListener listener) {
        ClockLoop.Setup setup = new ClockLoop.Setup(
                topics.clock().name(),
                topics.inputs().stream().map(Topic::name).toList(),
                new DueDays(config.zone(), config.clock().grace()),
                config.clock().interval());
        LiveClock clock = new LiveClock(
                new ClockLoop(ClockClients.of(config), time, setup, listener),
                config.topics().prefix() + "clock");
        clock.thread.start();
        return clock;
    }

    /** Stops, and returns when it has. A day that is just being closed is closed whole, or not at all. */
    @Override
    public void close() {
        closing.countDown();
        try {
            if (!thread.join(PATIENCE)) {
                thread.interrupt();
                thread.join(AFTER_INTERRUPT);
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            Duration pause = Duration.ZERO;
            while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = loop.step();
            }
        } catch (InterruptedException | InterruptException e) {
            // Only close() interrupts; the flag would keep the clients from closing in good order.
            Thread.interrupted();
        } finally {
            loop.close();
        }
    }
}
