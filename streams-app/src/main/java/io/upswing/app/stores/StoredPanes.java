package io.upswing.app.stores;

import io.upswing.core.kpi.Panes;
import io.upswing.core.kpi.Sums;
import java.util.SortedMap;
import java.util.TreeMap;

/** Panes under (subject, day): a subject's days lie side by side. */
record StoredPanes(Table<Sums> table) implements Panes {
    StoredPanes(ByteStore store) {
        this(new Table<>(store, SumsCodec.SUMS));
    }

    @Override
    public Sums get(String subject, int day) {
        return table.get(Keys.pane(subject, day)).orElse(Sums.ZERO);
    }

    @Override
    public void put(String subject, int day, Sums sums) {
        if (sums.isZero()) {
            table.remove(Keys.pane(subject, day));
        } else {
            table.put(Keys.pane(subject, day), sums);
        }
    }

    @Override
    public SortedMap<Integer, Sums> between(String subject, int from, int to) {
        SortedMap<Integer, Sums> panes = new TreeMap<>();
        if (from <= to) {
            table.range(
                    Keys.pane(subject, from),
                    Keys.pane(subject, to),
                    (key, sums) -> panes.put(Keys.dayAtEnd(key), sums));
        }
        return panes;
    }
}
