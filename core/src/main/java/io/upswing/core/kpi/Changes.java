package io.upswing.core.kpi;

import java.util.List;
import java.util.SortedMap;

/** The sums of what was recorded on a day k, by subject and event date: what the panes don't hold yet. */
public interface Changes {
    /** What was recorded on k for one subject and event date. */
    record Change(String subject, int day, Sums sums) {}

    Sums get(int k, String subject, int day);

    /** Zero removes it. */
    void put(int k, String subject, int day, Sums sums);

    /** All that was recorded on k, by subject and event date. */
    List<Change> recordedOn(int k);

    /** What was recorded on k for one subject, by event date. */
    SortedMap<Integer, Sums> recordedOn(int k, String subject);
}
