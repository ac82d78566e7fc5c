package io.upswing.core.inprocess.history;

/** The inputs. Each has partitions, and watermarks, of its own. */
public enum Topic {
    DEALS,
    ACTIVITIES,
    REPS,
    QUOTAS
}
