package io.upswing.core.inprocess;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One instance of a stage: reads its queues, and writes, moves on and changes its stores all at once, when it commits. A
 * crash takes everything since the last commit back and makes the stage anew from its stores.
 */
final class Task {
    /** A stage as the task drives it. */
    interface Stage {
        void read(Message message);

        void emit();

        /** E. */
        int openDay();
    }

    /** Makes a task's stores, once. */
    interface Factory {
        Start stores(Journal journal);
    }

    /** Makes the stage from the stores, at the start and after each crash. */
    interface Start {
        Stage stage(Task task);
    }

    private final Journal journal = new Journal();
    private final List<FifoQueue> inputs = new ArrayList<>();
    private final Map<FifoQueue, List<Message>> written = new HashMap<>();
    private final List<Runnable> seen = new ArrayList<>();
    private final Start start;
    private Stage stage;
    private boolean readWatermark;

    Task(Factory factory) {
        start = factory.stores(journal);
        stage = start.stage(this);
    }

    FifoQueue addInput() {
        FifoQueue queue = new FifoQueue();
        inputs.add(queue);
        return queue;
    }

    List<FifoQueue> inputs() {
        return inputs;
    }

    void write(FifoQueue queue, Message message) {
        written.computeIfAbsent(queue, q -> new ArrayList<>()).add(message);
    }

    void saw(Runnable report) {
        seen.add(report);
    }

    void read(FifoQueue queue) {
        Message message = queue.next();
        readWatermark |= message instanceof Message.Watermark;
        stage.read(message);
    }

    void emit() {
        stage.emit();
    }

    int openDay() {
        return stage.openDay();
    }

    void commit() {
        journal.commit();
        inputs.forEach(FifoQueue::commit);
        written.forEach(FifoQueue::append);
        written.clear();
        seen.forEach(Runnable::run);
        seen.clear();
        readWatermark = false;
    }

    /** Returns whether a watermark that had been read will be read again. */
    boolean crash() {
        boolean again = readWatermark;
        journal.rollBack();
        inputs.forEach(FifoQueue::rewind);
        written.clear();
        seen.clear();
        readWatermark = false;
        stage = start.stage(this);
        return again;
    }
}
