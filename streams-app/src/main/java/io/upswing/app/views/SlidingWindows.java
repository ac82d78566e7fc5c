package io.upswing.app.views;

import io.upswing.core.kpi.Sums;
import io.upswing.core.kpi.Window;
import io.upswing.core.kpi.WindowSettings;
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
    private final WindowSettings settings;
    private final List<Window> windows;

    /** Takes the sums of a window that ends on a day, balances included. */
    @FunctionalInterface
    interface Visitor {
        void window(int day, Window window, Sums sums);
    }

    /**
     * Prepares a pass.
     *
     * @param windows those that are asked for, of those that are kept or others
     */
    SlidingWindows(SubjectPanes source, WindowSettings settings, List<Window> windows) {
        this.source = source;
        this.panes = source.panes();
        this.settings = settings;
        this.windows = List.copyOf(windows);
    }

    /** Visits each day in turn, and on it those windows whose days are all kept, in their order. */
    void forEach(int from, int to, Visitor visitor) {
        List<Sums> flows = new ArrayList<>();
        windows.forEach(window -> flows.add(total(window.firstDay(from), from).flows()));
        Sums balance = total(Integer.MIN_VALUE, from).balances();
        int lastActive = WindowSettings.lastActive(panes.headMap(from + 1));
        for (int day = from; day <= to; day++) {
            if (day > from) {
                balance = balance.plus(pane(day).balances());
                slide(flows, day);
                lastActive = WindowSettings.isActive(pane(day)) ? day : lastActive;
            }
            for (int i = 0; i < windows.size(); i++) {
                if (source.reach().covers(windows.get(i), day)) {
                    int openDay = source.reach().openDay();
                    Sums sums = settings.of(windows.get(i), day, flows.get(i), balance, lastActive, openDay);
                    visitor.window(day, windows.get(i), sums);
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
