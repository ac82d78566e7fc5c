package io.upswing.core.kpi;

import io.upswing.core.time.Days;
import io.upswing.core.time.WorkingCalendar;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;

/**
 * Which windows there are, and how a window's sums are put together from what was summed up for it.
 *
 * @param windows   each once, in their order
 * @param retention how long panes are kept; covers the windows
 */
public record WindowSettings(List<Window> windows, Retention retention, WorkingCalendar calendar) {
    public WindowSettings {
        windows = List.copyOf(windows);
        retention.mustCover(windows);
    }

    /** The windows that are kept unless configured otherwise. */
    public static WindowSettings defaults(WorkingCalendar calendar) {
        return new WindowSettings(Window.defaults(calendar.fiscalYearStart()), Retention.DEFAULT, calendar);
    }

    /**
     * The sums of a window.
     *
     * @param last       the window's last day
     * @param flows      of the window's days
     * @param balances   of all days up to the last
     * @param lastActive the last day with an activity, or {@link Days#BEFORE_ALL}; one that is no longer kept on the open
     *                   day counts as none
     */
    public Sums of(Window window, int last, Sums flows, Sums balances, int lastActive, int openDay) {
        return flows.plus(balances.only(window::shows)).plus(recency(last, lastActive, openDay));
    }

    private Sums recency(int last, int lastActive, int openDay) {
        return lastActive == Days.BEFORE_ALL || lastActive <= retention.edge(openDay)
                ? Sums.ZERO
                : recency(last, lastActive, calendar);
    }

    private static Sums recency(int last, int lastActive, WorkingCalendar calendar) {
        return new Sums.Builder()
                .add(Measure.ACTIVITY_AGE, last - lastActive + 1L)
                .add(Measure.ACTIVITY_WORKING_AGE, calendar.workingDays(lastActive, last) + 1L)
                .build();
    }

    /**
     * The sums of a fixed period, up to a day. Of a period that is a whole calendar month, or a whole fiscal quarter, they
     * show the quota; of others none.
     *
     * @param from       the period's first day
     * @param to         the period's last day
     * @param last       up to which they are
     * @param flows      of the period's days up to the last
     * @param balances   of all days up to the last
     * @param lastActive the last day with an activity up to the last, of those that are kept
     */
    public static Sums ofPeriod(
            int from, int to, int last, Sums flows, Sums balances, OptionalInt lastActive, WorkingCalendar calendar) {
        Sums seen = lastActive.isPresent() ? recency(last, lastActive.getAsInt(), calendar) : Sums.ZERO;
        return flows.plus(balances.only(balance -> shows(balance, from, to, calendar)))
                .plus(seen);
    }

    /** Whether a period shows a balance: the quota of a whole calendar month, or fiscal quarter, that of no other days. */
    public static boolean shows(Measure balance, int from, int to, WorkingCalendar calendar) {
        int year = calendar.fiscalYearStart();
        return switch (balance) {
            case QUOTA_MONTH -> WorkingCalendar.monthStart(from) == from && WorkingCalendar.nextMonth(from) == to + 1;
            case QUOTA_QUARTER ->
                WorkingCalendar.quarterStart(from, year) == from && WorkingCalendar.nextQuarter(from, year) == to + 1;
            default -> true;
        };
    }

    /** Whether something was done on the day of a pane. */
    public static boolean isActive(Sums pane) {
        return pane.get(Measure.ACTIVITIES) > 0;
    }

    /** The last day with an activity among panes, or {@link Days#BEFORE_ALL}. Cost: the panes after it. */
    public static int lastActive(SortedMap<Integer, Sums> panes) {
        return panes.reversed().entrySet().stream()
                .filter(pane -> isActive(pane.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Days.BEFORE_ALL);
    }
}
