package io.upswing.core.kpi;

import io.upswing.core.time.DayGate;
import io.upswing.core.time.Days;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntSupplier;

/** What is live: the panes, which hold what was recorded up to R, and the changes since, up to E. */
final class LivePanes implements ClosedWindows.Source {
    private final Panes panes;
    private final Changes changes;
    private final IntSupplier foldedDay;
    private final IntSupplier openDay;

    LivePanes(Panes panes, Changes changes, IntSupplier foldedDay, IntSupplier openDay) {
        this.panes = panes;
        this.changes = changes;
        this.foldedDay = foldedDay;
        this.openDay = openDay;
    }

    @Override
    public Sums pane(String subject, int day) {
        Sums sums = panes.get(subject, day);
        if (isOpen()) {
            for (int k = foldedDay.getAsInt() + 1; k <= openDay.getAsInt(); k++) {
                sums = sums.plus(changes.get(k, subject, day));
            }
        }
        return sums;
    }

    @Override
    public SortedMap<Integer, Sums> panes(String subject) {
        SortedMap<Integer, Sums> live = new TreeMap<>(panes.between(subject, Days.BEFORE_ALL, Integer.MAX_VALUE));
        if (isOpen()) {
            for (int k = foldedDay.getAsInt() + 1; k <= openDay.getAsInt(); k++) {
                changes.recordedOn(k, subject).forEach((day, sums) -> live.merge(day, sums, Sums::plus));
            }
        }
        live.values().removeIf(Sums::isZero);
        return live;
    }

    private boolean isOpen() {
        return openDay.getAsInt() != DayGate.NOT_OPEN;
    }
}
