package io.upswing.core.inprocess;

import java.util.ArrayDeque;
import java.util.Deque;

/** What it takes to bring a task's stores back to its last commit. */
final class Journal {
    private final Deque<Runnable> undo = new ArrayDeque<>();

    void undoing(Runnable step) {
        undo.push(step);
    }

    void commit() {
        undo.clear();
    }

    void rollBack() {
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
    }
}
