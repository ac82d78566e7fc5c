package io.upswing.app.views;

import io.upswing.core.kpi.Sums;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The live panes of a subject.
 *
 * @param reach the days that they tell about
 * @param panes by event date; days yet to come and the pane before the kept days included
 */
public record SubjectPanes(Subject subject, Reach reach, SortedMap<Integer, Sums> panes) {
    public SubjectPanes {
        panes = Collections.unmodifiableSortedMap(new TreeMap<>(panes));
    }
}
