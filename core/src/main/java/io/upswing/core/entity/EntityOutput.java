package io.upswing.core.entity;

import io.upswing.core.kpi.Sums;

/** Where the entity stage writes. */
public interface EntityOutput {
    /**
     * To the rep stage: what a change recorded on k adds to a rep's measures on an event date.
     *
     * @param entity of which it is a fact: kind and id, as {@code deal:D-7}
     */
    void fact(String rep, int day, int k, Sums sums, String entity);

    /** To every partition of the rep stage: this task has closed the day. */
    void dayClosed(int day);

    /** How many there are now, where that changed: for metrics. */
    void quality(Quality.Key key, long count);
}
