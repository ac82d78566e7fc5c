package io.upswing.app.views;

import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.KpiValue;
import io.upswing.core.kpi.Window;
import io.upswing.core.kpi.WindowSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * A KPI of a subject day by day, as known now.
 *
 * @param window of each value; {@link #SINGLE_DAY} for what happened on the day itself
 * @param points of the days whose window lies in the kept days
 */
public record Trend(Subject subject, Kpi kpi, Window window, int openDay, List<Point> points) {
    /** The window of one day. */
    public static final Window SINGLE_DAY = new Window.Rolling(1);

    public Trend {
        points = List.copyOf(points);
    }

    /** The value in the window that ends on a day. */
    public record Point(int day, KpiValue value) {}

    /**
     * The trend from one day to another, both included.
     *
     * @throws DayOutOfReachException if one can't be asked for
     */
    public static Trend of(SubjectPanes panes, Kpi kpi, Window window, WindowSettings settings, int from, int to) {
        panes.reach().check(to);
        panes.reach().check(from);
        List<Point> points = new ArrayList<>();
        new SlidingWindows(panes, settings, List.of(window))
                .forEach(from, to, (day, same, sums) -> points.add(new Point(day, kpi.of(sums))));
        return new Trend(panes.subject(), kpi, window, panes.reach().openDay(), points);
    }
}
