package io.upswing.app.views;

import io.upswing.core.kpi.Sums;
import io.upswing.core.kpi.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * The sums of windows, day after day, by one pass over a subject's panes: each window takes a day in and lets go of those
 * that leave. Cost of a day: one pane for each window, and one.
 */
final class SlidingWindows {
    private final SubjectPanes source;
    private final SortedMap<Integer, Sums> panes;
    private final List<Window> windows;

    /** Takes the sums of a window that ends on a day, balances included. */
    @FunctionalInterface
    interface Visitor {
        void window(int day, Window window, Sums sums);
    }

    SlidingWindows(SubjectPanes source, List<Window> windows) {
        this.source = source;
        this.panes = source.panes();
        this.windows = List.copyOf(windows);
    }

    /** Visits each day in turn, and on it those windows whose days are all kept, in their order. */
    void forEach(int from, int to, Visitor visitor) {
        List<Sums> flows = new ArrayList<>();
        windows.forEach(window -> flows.add(total(window.firstDay(from), from).flows()));
        Sums balance = total(Integer.MIN_VALUE, from).balances();
        for (int day = from; day <= to; day++) {
            if (day > from) {
                balance = balance.plus(pane(day).balances());
                slide(flows, day);
            }
            for (int i = 0; i < windows.size(); i++) {
                if (source.reach().covers(windows.get(i), day)) {
                    visitor.window(day, windows.get(i), flows.get(i).plus(balance));
                }
            }
        }
    }

    private void slide(List<Sums> flows, int day) {
        Sums entering = pane(day).flows();
        for (int i = 0; i < windows.size(); i++) {
            int first = windows.get(i).firstDay(day);
            Sums sums = flows.get(i).plus(entering);
            for (int leaving = windows.get(i).firstDay(day - 1); leaving < first; leaving++) {
                sums = sums.minus(pane(leaving).flows());
            }
            flows.set(i, sums);
        }
    }

    private Sums pane(int day) {
        return panes.getOrDefault(day, Sums.ZERO);
    }

    private Sums total(int from, int to) {
        Sums.Builder total = new Sums.Builder();
        panes.subMap(from, to + 1).values().forEach(sums -> sums.forEach(total::add));
        return total.build();
    }
}
