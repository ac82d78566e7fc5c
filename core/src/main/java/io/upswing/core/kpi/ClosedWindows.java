package io.upswing.core.kpi;

import io.upswing.core.time.Days;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Keeps the closed sums of a store right: as flows of closed days come late, and as a day closes. The panes that it is given
 * are those that the sums are of, and hold what is added already.
 */
final class ClosedWindows {
    /** The panes that the sums are of. */
    interface Source {
        Sums pane(String subject, int day);

        /** All that are not zero, from the one before the kept days on. */
        SortedMap<Integer, Sums> panes(String subject);
    }

    private final ClosedSums.Store store;
    private final Source source;
    private final List<Window> windows;
    private final Retention retention;
    private final Optional<FirstFlows> firstFlows;

    /**
     * Windows that are kept right.
     *
     * @param firstFlows where the first day with flows is asked for
     */
    ClosedWindows(ClosedSums.Store store, WindowSettings settings, Source source, Optional<FirstFlows> firstFlows) {
        this.store = store;
        this.source = source;
        this.windows = settings.windows();
        this.retention = settings.retention();
        this.firstFlows = firstFlows;
    }

    ClosedSums get(String subject) {
        return store.get(subject, windows.size());
    }

    /** Sums up the panes before the open day. */
    void sum(String subject, SortedMap<Integer, Sums> closedPanes, int openDay) {
        store.put(subject, summed(closedPanes, openDay));
    }

    /** The sums over panes of each window that ends on a day. */
    ClosedSums summed(SortedMap<Integer, Sums> from, int last) {
        List<Sums> sums = windows.stream()
                .map(window -> flows(from, window.firstDay(last)))
                .toList();
        int first = firstFlows.map(known -> known.among(from)).orElse(ClosedSums.NO_FLOW);
        return new ClosedSums(sums, Sums.total(from.values()).balances(), WindowSettings.lastActive(from), first);
    }

    /** A window may begin after all of the panes: on the open day. */
    private static Sums flows(SortedMap<Integer, Sums> from, int first) {
        return from.isEmpty() || from.lastKey() < first
                ? Sums.ZERO
                : Sums.total(from.tailMap(first).values()).flows();
    }

    /** Takes in what was learned of a day; of the open day, or a later one, nothing yet. */
    void add(String subject, int openDay, int day, Sums sums) {
        if (day >= openDay) {
            return;
        }
        ClosedSums before = get(subject);
        ClosedSums after = before.plusBalance(sums.balances());
        Sums flows = sums.flows();
        for (int i = 0; i < windows.size(); i++) {
            if (!flows.isZero() && day >= windows.get(i).firstDay(openDay)) {
                after = after.withWindow(i, after.windows().get(i).plus(flows));
            }
        }
        after = after.withLastActive(lastActive(subject, before.lastActive(), openDay, day, flows));
        if (firstFlows.isPresent() && !flows.isZero()) {
            after = after.withFirstFlow(firstFlows.get().added(subject, before.firstFlow(), openDay, day));
        }
        if (!after.equals(before)) {
            store.put(subject, after);
        }
    }

    /** The last active closed day, after the flows of a closed day have changed. */
    private int lastActive(String subject, int before, int openDay, int day, Sums flows) {
        if (day < before || flows.get(Measure.ACTIVITIES) == 0) {
            return before;
        }
        if (WindowSettings.isActive(source.pane(subject, day))) {
            return day;
        }
        // Looked for only when the last activity of all is taken back.
        return day > before ? before : lastActiveBefore(subject, openDay, day);
    }

    private int lastActiveBefore(String subject, int openDay, int day) {
        int earlier = WindowSettings.lastActive(source.panes(subject).headMap(day));
        return earlier > retention.edge(openDay) ? earlier : Days.BEFORE_ALL;
    }

    /** Closes a day: each window takes it in and lets go of the day that leaves. */
    void close(String subject, int closing) {
        ClosedSums before = get(subject);
        ClosedSums after = moved(subject, before, closing);
        if (!after.equals(before)) {
            store.put(subject, after);
        }
    }

    private ClosedSums moved(String subject, ClosedSums before, int closing) {
        Sums pane = source.pane(subject, closing);
        Sums flows = pane.flows();
        List<Sums> moved = new ArrayList<>(windows.size());
        for (int i = 0; i < windows.size(); i++) {
            int first = windows.get(i).firstDay(closing);
            int next = windows.get(i).firstDay(closing + 1);
            if (next > closing) {
                moved.add(Sums.ZERO);
                continue;
            }
            Sums sum = before.windows().get(i).plus(flows);
            for (int leaving = first; leaving < next; leaving++) {
                sum = sum.minus(source.pane(subject, leaving).flows());
            }
            moved.add(sum);
        }
        int lastActive = WindowSettings.isActive(pane) ? closing : before.lastActive();
        int first = firstFlows
                .map(known -> known.closed(subject, before.firstFlow(), closing, pane))
                .orElse(ClosedSums.NO_FLOW);
        return new ClosedSums(moved, before.balance().plus(pane.balances()), lastActive, first);
    }

    /** The sums with the day itself on which the windows end. */
    static ClosedSums with(ClosedSums closed, int day, Sums pane) {
        return new ClosedSums(
                closed.windows().stream()
                        .map(window -> window.plus(pane.flows()))
                        .toList(),
                closed.balance().plus(pane.balances()),
                WindowSettings.isActive(pane) ? day : closed.lastActive(),
                pane.flows().isZero() ? closed.firstFlow() : Math.min(closed.firstFlow(), day));
    }
}
