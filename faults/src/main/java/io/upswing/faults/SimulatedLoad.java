package io.upswing.faults;

import io.upswing.producers.simulator.Pace;
import io.upswing.producers.simulator.SimulatedDay;
import io.upswing.producers.simulator.Simulation;
import io.upswing.producers.simulator.SimulationListener;
import io.upswing.producers.simulator.SimulationResult;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A simulation that is published record by record while an app works, up to a day at a time. */
final class SimulatedLoad implements AutoCloseable {
    private static final long NANOS_PER_RECORD = TimeUnit.MILLISECONDS.toNanos(4);
    /** More than of most days: then a day and its close are in one transaction. */
    private static final int RECORDS_PER_TRANSACTION = 200;

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Simulation simulation;
    private final SimulationListener beside;
    private final CompletableFuture<SimulationResult> result;
    private volatile LocalDate current;
    private LocalDate limit;
    private boolean stopped;

    /**
     * Publishes the first days only before it is told how far it may go.
     *
     * @param beside what is published beside each day
     */
    SimulatedLoad(Site site, Simulation simulation, SimulationListener beside) {
        this.simulation = simulation;
        this.beside = beside;
        limit = simulation.settings().firstDay();
        current = limit;
        result = CompletableFuture.supplyAsync(() -> site.publish(simulation, new Steady(), new Limits()), thread);
    }

    private final class Steady implements Pace {
        /** On the last day that may come in, one each: then the day's close is committed, and no day after it. */
        @Override
        public int recordsPerTransaction() {
            return isAtLimit() ? 1 : RECORDS_PER_TRANSACTION;
        }

        @Override
        public void await(long record) {
            LockSupport.parkNanos(NANOS_PER_RECORD);
        }
    }

    /** Waits between transactions only: an open one would time out. */
    private final class Limits implements SimulationListener {
        @Override
        public void made(SimulatedDay day) {
            current = day.day();
            beside.made(day);
        }

        @Override
        public void committed(long days, long records) {
            if (days < simulation.settings().days()) {
                awaitLimit(simulation.settings().firstDay().plusDays(days));
            }
        }

        @Override
        public boolean isToStop() {
            return isStopped();
        }
    }

    private synchronized void awaitLimit(LocalDate next) {
        try {
            while (next.isAfter(limit) && !stopped) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }

    private synchronized boolean isAtLimit() {
        return !current.isBefore(limit);
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    /** May go on up to the close of a day, and no further; does not wait for it. */
    synchronized void goOnTo(LocalDate day) {
        limit = day;
        notifyAll();
    }

    /** What has been published, when all is. */
    SimulationResult result() throws Exception {
        Await.until("the end of the simulation", () -> result, result::isDone);
        return result.join();
    }

    /** Throws what made it fail, which would else be seen as an app that does not go on. */
    void mustNotHaveFailed() {
        if (result.isCompletedExceptionally()) {
            Throwable cause = result.handle((published, failure) -> failure).join();
            throw new IllegalStateException("the load has failed: " + cause, cause);
        }
    }

    /** Stops, if it goes on still. Why it failed, if it did, has been told to those who waited for what comes of it. */
    @Override
    public void close() {
        synchronized (this) {
            stopped = true;
            notifyAll();
        }
        thread.shutdown();
        var unused = result.handle((published, failure) -> failure).join();
    }
}
