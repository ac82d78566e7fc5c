package io.upswing.app.views;

import io.upswing.core.kpi.WindowSettings;
import io.upswing.core.time.Days;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * The KPIs of every subject, window and closed day, as known now: ordered by level, id, day and window. A window that
 * reaches behind the kept days has no row.
 *
 * <p>The subjects are those known when it was made; each one's panes are read when its rows are due.
 */
public final class KpiExport {
    private final KpiQueries queries;
    private final WindowSettings windows;
    private final List<Subject> subjects;
    private final int from;
    private final int to;

    private KpiExport(KpiQueries queries, WindowSettings windows, List<Subject> subjects, int from, int to) {
        this.queries = queries;
        this.windows = windows;
        this.subjects = subjects;
        this.from = from;
        this.to = to;
    }

    /**
     * Prepares an export.
     *
     * @param from the first closed day, of those that are kept, if empty
     * @param to   the last day that all tasks have closed, if empty
     * @throws DayOutOfReachException if one of them is not a closed day, or they stand the wrong way round
     * @throws UnavailableException   if it can't be made now; also from {@link #forEach}
     */
    public static KpiExport of(KpiQueries queries, ViewSettings settings, OptionalInt from, OptionalInt to) {
        List<Subject> subjects = new ArrayList<>();
        int first = Integer.MAX_VALUE;
        int open = Integer.MAX_VALUE;
        for (SubjectLevel level : SubjectLevel.values()) {
            Listing listing = queries.all(level, OptionalInt.empty());
            listing.subjects().forEach(kpis -> subjects.add(kpis.subject()));
            first = Math.min(first, listing.firstDay());
            open = Math.min(open, listing.openDay());
        }
        int earliest = Math.max(first, settings.reach(open).firstKept());
        int latest = open - 1;
        check(from, earliest, latest);
        check(to, earliest, latest);
        if (from.isPresent() && to.isPresent() && from.getAsInt() > to.getAsInt()) {
            throw new DayOutOfReachException("from is " + Days.text(from.getAsInt()) + ", which is after to, "
                    + Days.text(to.getAsInt()) + ": swap them");
        }
        return new KpiExport(queries, settings.windowSettings(), subjects, from.orElse(earliest), to.orElse(latest));
    }

    private static void check(OptionalInt day, int earliest, int latest) {
        if (day.isPresent() && (day.getAsInt() < earliest || day.getAsInt() > latest)) {
            String closed = earliest > latest
                    ? "no day is closed yet"
                    : "those are " + Days.text(earliest) + " to " + Days.text(latest);
            throw new DayOutOfReachException(
                    Days.text(day.getAsInt()) + " is none of the closed days that are kept: " + closed);
        }
    }

    /** Visits the rows in their order. */
    public void forEach(Consumer<KpiRow> visitor) {
        for (Subject subject : subjects) {
            SubjectPanes panes = queries.panes(subject)
                    .orElseThrow(() -> new UnavailableException("a subject is no longer known: try again"));
            new SlidingWindows(panes, windows, windows.windows())
                    .forEach(from, to, (day, window, sums) -> visitor.accept(new KpiRow(subject, day, window, sums)));
        }
    }
}
