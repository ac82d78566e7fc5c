package io.upswing.core.kpi;

import java.util.List;

/**
 * The sums of all windows of a subject that end on one day.
 *
 * @param day     the last day of each window: the open day, or a day looked back at
 * @param windows in the order in which they are configured
 * @param sums    one for each window, balances included
 */
public record Snapshot(String subject, int day, List<Window> windows, List<Sums> sums) {
    public Snapshot {
        windows = List.copyOf(windows);
        sums = List.copyOf(sums);
    }

    /** The value of a KPI in the window at an index. */
    public KpiValue value(int window, Kpi kpi) {
        return kpi.of(sums.get(window));
    }

    /** Whether nothing has happened in any window. */
    public boolean isZero() {
        return sums.stream().allMatch(Sums::isZero);
    }
}
