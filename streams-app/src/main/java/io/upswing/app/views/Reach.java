package io.upswing.app.views;

import io.upswing.core.kpi.Window;
import io.upswing.core.time.Days;

/**
 * The days that can be asked for.
 *
 * @param firstKept the first event date of which panes are kept
 * @param openDay   the last day
 */
public record Reach(int firstKept, int openDay) {
    /**
     * Refuses a day that can't be asked for.
     *
     * @throws DayOutOfReachException if it is too old, or yet to come
     */
    public void check(int day) {
        if (day > openDay) {
            throw new DayOutOfReachException(
                    Days.text(day) + " is yet to come: the last day is " + Days.text(openDay) + ", which is open");
        }
        if (day < firstKept) {
            throw new DayOutOfReachException(
                    Days.text(day) + " is no longer kept: the first day is " + Days.text(firstKept));
        }
    }

    /** Whether all days of the window that ends on a day are kept, so that its sums are whole. */
    public boolean covers(Window window, int day) {
        return window.firstDay(day) >= firstKept;
    }
}
