package io.upswing.app.topology;

import io.upswing.core.entity.Quality;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The stage tasks that run in this process, for views: a view reads a task's stores under its lock, so that it sees no record
 * half done.
 */
public final class Tasks {
    /** A task by stage and partition. */
    public record Id(String stage, int partition) implements Comparable<Id> {
        @Override
        public int compareTo(Id other) {
            int byStage = stage.compareTo(other.stage);
            return byStage != 0 ? byStage : Integer.compare(partition, other.partition);
        }

        /** Such as {@code rep/1}. */
        @Override
        public String toString() {
            return stage + "/" + partition;
        }
    }

    /**
     * How far a task is.
     *
     * @param openDay      epoch day, or {@link io.upswing.core.time.DayGate#NOT_OPEN}
     * @param evaluatedDay R, likewise
     * @param holding      which sources keep the open day from closing
     * @param waiting      records that wait for the registry
     */
    public record Progress(Id id, int openDay, int evaluatedDay, List<String> holding, long waiting) {}

    /** A running task. */
    public record Task(
            ReentrantLock lock, Supplier<Progress> progress, Supplier<SortedMap<Quality.Key, Long>> quality) {}

    private final Map<Id, Task> running = new ConcurrentSkipListMap<>();

    void started(Id id, Task task) {
        running.put(id, task);
    }

    /** Only if it is the one that runs: a task may have been started anew by another thread. */
    void stopped(Id id, Task task) {
        running.remove(id, task);
    }

    /** Reads a task's stores while it does nothing. */
    public <T> Optional<T> read(Id id, Supplier<T> reading) {
        return Optional.ofNullable(running.get(id)).map(task -> locked(task, reading));
    }

    /** How far each task is. */
    public List<Progress> progress() {
        return running.values().stream()
                .map(task -> locked(task, task.progress()))
                .toList();
    }

    /** What each task counts for data quality. */
    public SortedMap<Id, SortedMap<Quality.Key, Long>> quality() {
        SortedMap<Id, SortedMap<Quality.Key, Long>> counts = new TreeMap<>();
        running.forEach((id, task) -> counts.put(id, locked(task, task.quality())));
        return counts;
    }

    private static <T> T locked(Task task, Supplier<T> reading) {
        task.lock().lock();
        try {
            return reading.get();
        } finally {
            task.lock().unlock();
        }
    }
}
