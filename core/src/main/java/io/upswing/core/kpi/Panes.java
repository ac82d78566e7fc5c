package io.upswing.core.kpi;

import io.upswing.core.time.Days;
import java.util.SortedMap;

/** Panes by subject (a rep or a unit) and event date. A pane that is not there is zero, and a zero pane is not kept. */
public interface Panes {
    Sums get(String subject, int day);

    void put(String subject, int day, Sums sums);

    /** The panes of a subject on the days from {@code from} to {@code to}, both included. */
    SortedMap<Integer, Sums> between(String subject, int from, int to);

    /** Removes the panes of a subject up to a day; not the one of the days before the kept ones. */
    default void forget(String subject, int upTo) {
        between(subject, Days.BEFORE_ALL + 1, upTo).keySet().forEach(day -> put(subject, day, Sums.ZERO));
    }

    /** Adds to a pane. */
    default void add(String subject, int day, Sums delta) {
        put(subject, day, get(subject, day).plus(delta));
    }
}
