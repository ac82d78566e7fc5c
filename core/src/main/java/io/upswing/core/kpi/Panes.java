package io.upswing.core.kpi;

import java.util.SortedMap;

/** Panes by subject (a rep or a unit) and event date. A pane that is not there is zero, and a zero pane is not kept. */
public interface Panes {
    Sums get(String subject, int day);

    void put(String subject, int day, Sums sums);

    /** The panes of a subject on the days from {@code from} to {@code to}, both included. */
    SortedMap<Integer, Sums> between(String subject, int from, int to);

    /** Adds to a pane. */
    default void add(String subject, int day, Sums delta) {
        put(subject, day, get(subject, day).plus(delta));
    }
}
