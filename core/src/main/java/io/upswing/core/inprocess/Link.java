package io.upswing.core.inprocess;

import java.util.ArrayList;
import java.util.List;

/** From all tasks of one stage to all tasks of another: a queue for each pair. */
final class Link {
    private final List<List<FifoQueue>> byWriter = new ArrayList<>();

    void connect(List<Task> writers, List<Task> readers) {
        for (Task ignored : writers) {
            byWriter.add(readers.stream().map(Task::addInput).toList());
        }
    }

    /** How many writers there are. */
    int writers() {
        return byWriter.size();
    }

    /** Writes to the reader that holds a key. */
    void write(Task task, int writer, String key, Message message) {
        List<FifoQueue> queues = byWriter.get(writer);
        task.write(queues.get(partitionOf(key, queues.size())), message);
    }

    /** Writes to all readers. */
    void writeToAll(Task task, int writer, Message message) {
        byWriter.get(writer).forEach(queue -> task.write(queue, message));
    }

    static int partitionOf(String key, int partitions) {
        return Math.floorMod(key.hashCode(), partitions);
    }
}
