package io.upswing.app.clock;

import io.upswing.schemas.watermarks.WatermarkReader;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a clock does, one step at a time; for one thread. */
final class ClockLoop implements AutoCloseable {
    /** A broker that restarts may swallow one probe, and a slow one delay another. */
    static final int QUIET_INTERVALS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(LiveClock.class);
    private static final int MOST_DOUBLINGS = 10;

    private final OpenClients clients;
    private final BrokerTime time;
    private final Setup setup;
    private final ClockListener listener;

    private @Nullable ClockState state;
    private @Nullable Session session;
    private @Nullable Watch watch;
    private boolean fenced;
    private int fencings;
    private int failures;

    /**
     * What a clock works on.
     *
     * @param clockTopic on which probes come
     * @param inputs the topics that carry its watermarks
     */
    record Setup(String clockTopic, Collection<String> inputs, DueDays days, Duration interval) {
        Setup {
            inputs = List.copyOf(inputs);
        }
    }

    ClockLoop(ClockClients clients, BrokerTime time, Setup setup, ClockListener listener) {
        this.clients = new OpenClients(clients);
        this.time = time;
        this.setup = setup;
        this.listener = listener;
    }

    /**
     * Does what is to be done now.
     *
     * @return how long to wait before the next step
     * @throws InterruptException if the thread is to end
     */
    Duration step() {
        try {
            Duration pause = fenced ? standBy() : work();
            failures = 0;
            return pause;
        } catch (InterruptException e) {
            throw e;
        } catch (RuntimeException e) {
            letGo();
            return isFencing(e) ? stepBack() : retry(e);
        }
    }

    /** Lets its clients go; the next instance can begin. */
    @Override
    public void close() {
        letGo();
        if (enter(ClockState.CLOSED)) {
            LOG.info("this instance closes no days any more");
        }
    }

    private Duration work() {
        Session current = session;
        if (current == null) {
            FirstLook look = new FirstLook(new WatermarkReader(clients.consumer()), setup.inputs());
            current = new Session(clients.producer(), time, setup.days(), look, listener);
            session = current;
        }
        return switch (current.turn()) {
            case Session.Turn.MoreIsDue more -> active(Duration.ZERO);
            case Session.Turn.UpToDate upToDate -> {
                fencings = 0;
                yield active(setup.interval());
            }
            case Session.Turn.NotStarted(List<String> lacking) when lacking.isEmpty() -> active(setup.interval());
            case Session.Turn.NotStarted(List<String> lacking) -> waiting(lacking);
        };
    }

    private Duration active(Duration pause) {
        if (enter(ClockState.ACTIVE)) {
            LOG.info("this instance closes the days");
        }
        return pause;
    }

    private Duration waiting(List<String> lacking) {
        if (enter(ClockState.WAITING)) {
            LOG.warn(
                    "no day is closed, since partitions of {} have no watermark: import history with"
                            + " clock.enabled=false, or let `topics create` write the first one; looking again",
                    lacking);
        }
        return setup.interval();
    }

    private Duration standBy() {
        Watch current = watch;
        if (current == null) {
            current = new Watch(clients.consumer(), setup.clockTopic(), patience());
            watch = current;
        }
        if (current.isQuiet()) {
            LOG.info("no sign of another instance that closes the days: this one takes over");
            fenced = false;
            watch = null;
            return Duration.ZERO;
        }
        enter(ClockState.STANDBY);
        return setup.interval();
    }

    private Duration stepBack() {
        fenced = true;
        fencings++;
        if (enter(ClockState.STANDBY)) {
            LOG.info("another instance closes the days now: this one stands by");
        }
        return setup.interval();
    }

    /**
     * Doubled each time that this instance was fenced before it was up to date: two that take the id from each other
     * while each still reads the inputs, which sends no probes, would do so for ever.
     */
    private int patience() {
        return QUIET_INTERVALS << Math.min(Math.max(fencings - 1, 0), MOST_DOUBLINGS);
    }

    private Duration retry(RuntimeException cause) {
        failures++;
        if (enter(ClockState.RETRYING)) {
            LOG.warn("days can't be closed; trying again until it works", cause);
        }
        listener.failed(cause);
        return Backoff.after(failures, setup.interval());
    }

    private void letGo() {
        session = null;
        watch = null;
        clients.close();
    }

    private boolean enter(ClockState next) {
        if (state == next) {
            return false;
        }
        state = next;
        listener.stateChanged(next);
        return true;
    }

    /** A producer that has failed once says so by another exception, with the first as its cause. */
    private static boolean isFencing(Throwable failure) {
        for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof ProducerFencedException || t instanceof InvalidProducerEpochException) {
                return true;
            }
        }
        return false;
    }
}
