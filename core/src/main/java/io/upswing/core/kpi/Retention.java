package io.upswing.core.kpi;

import io.upswing.core.time.Days;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/**
 * How long panes are kept. Older days live on in one pane of balances, {@link Days#BEFORE_ALL}.
 *
 * @param kept counted back from the recorded date of what is looked at, never from the open day: so results don't depend
 *             on how far one partition runs ahead of another
 */
public record Retention(Period kept) {
    /** 26 months: two years of history for seasonality, and the two months that a late correction may need. */
    public static final Retention DEFAULT = new Retention(Period.ofMonths(26));

    /** The last day that is no longer kept at the close of {@code day}. */
    public int edge(int day) {
        return Days.of(Days.date(day).minus(kept));
    }

    /** Where a fact belongs that is recorded on k: its event date, or the pane of the days before the kept ones. */
    public int place(int day, int k) {
        return k != Days.BEFORE_ALL && day != Days.BEFORE_ALL && day <= edge(k) ? Days.BEFORE_ALL : day;
    }

    /** What counts of a fact in its {@link #place}: of the days before the kept ones only the balances. */
    public static Sums kept(int place, Sums sums) {
        return place == Days.BEFORE_ALL ? sums.balances() : sums;
    }

    /** Refuses a retention that is shorter than the longest window, or than a quarter. */
    public void mustCover(List<Window> windows) {
        LocalDate any = LocalDate.of(2023, 3, 1);
        int last = Days.of(any);
        int longest = windows.stream()
                .mapToInt(w -> last - w.firstDay(last) + 1)
                .max()
                .orElse(1);
        int kept = last - edge(last);
        if (kept < Math.max(longest, 93)) {
            throw new IllegalArgumentException(
                    "panes are kept for " + kept + " days, but the longest window needs " + Math.max(longest, 93));
        }
    }
}
