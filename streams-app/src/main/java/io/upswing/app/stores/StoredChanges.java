package io.upswing.app.stores;

import io.upswing.core.kpi.Changes;
import io.upswing.core.kpi.Sums;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Changes under (k, subject, day): what was recorded on a day lies side by side, and in it what a subject has. */
record StoredChanges(Table<Sums> table) implements Changes {
    private static final Comparator<Change> ORDER =
            Comparator.comparing(Change::subject).thenComparingInt(Change::day);

    StoredChanges(ByteStore store) {
        this(new Table<>(store, SumsCodec.SUMS));
    }

    @Override
    public Sums get(int k, String subject, int day) {
        return table.get(Keys.change(k, subject, day)).orElse(Sums.ZERO);
    }

    @Override
    public void put(int k, String subject, int day, Sums sums) {
        if (sums.isZero()) {
            table.remove(Keys.change(k, subject, day));
        } else {
            table.put(Keys.change(k, subject, day), sums);
        }
    }

    @Override
    public List<Change> recordedOn(int k) {
        List<Change> changes = new ArrayList<>();
        table.range(
                Keys.firstChange(k),
                Keys.afterChanges(k),
                (key, sums) -> changes.add(new Change(Keys.subjectOfChange(key), Keys.dayAtEnd(key), sums)));
        // Keys sort short subjects first.
        changes.sort(ORDER);
        return changes;
    }

    @Override
    public SortedMap<Integer, Sums> recordedOn(int k, String subject) {
        SortedMap<Integer, Sums> changes = new TreeMap<>();
        table.range(
                Keys.change(k, subject, Integer.MIN_VALUE),
                Keys.change(k, subject, Integer.MAX_VALUE),
                (key, sums) -> changes.put(Keys.dayAtEnd(key), sums));
        return changes;
    }
}
