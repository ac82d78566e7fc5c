package io.upswing.core.inprocess;

/** Decides what happens next. */
public interface Scheduler {
    /** Which of a number of readable queues is read next; each has an identity that stays the same. */
    int pick(int[] readable);

    /** Whether the task that has just read commits now. */
    boolean commits();

    /** Whether the task that has just read crashes now, back to its last commit. */
    boolean crashes();

    /** Whether the task that has just read sends what waits in its outbox. */
    boolean emits();
}
