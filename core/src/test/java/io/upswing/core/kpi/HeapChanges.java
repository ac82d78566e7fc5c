package io.upswing.core.kpi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Changes on the heap, for tests. */
public final class HeapChanges implements Changes {
    private record Key(int k, String subject, int day) {}

    private final TreeMap<Key, Sums> changes = new TreeMap<>(
            Comparator.comparingInt(Key::k).thenComparing(Key::subject).thenComparingInt(Key::day));

    @Override
    public Sums get(int k, String subject, int day) {
        return changes.getOrDefault(new Key(k, subject, day), Sums.ZERO);
    }

    @Override
    public void put(int k, String subject, int day, Sums sums) {
        if (sums.isZero()) {
            changes.remove(new Key(k, subject, day));
        } else {
            changes.put(new Key(k, subject, day), sums);
        }
    }

    @Override
    public List<Change> recordedOn(int k) {
        List<Change> recorded = new ArrayList<>();
        changes.forEach((key, sums) -> {
            if (key.k() == k) {
                recorded.add(new Change(key.subject(), key.day(), sums));
            }
        });
        return recorded;
    }

    @Override
    public SortedMap<Integer, Sums> recordedOn(int k, String subject) {
        SortedMap<Integer, Sums> recorded = new TreeMap<>();
        changes.forEach((key, sums) -> {
            if (key.k() == k && key.subject().equals(subject)) {
                recorded.put(key.day(), sums);
            }
        });
        return recorded;
    }

    /** All changes of a subject, by recorded and event date. */
    public SortedMap<Integer, SortedMap<Integer, Sums>> of(String subject) {
        SortedMap<Integer, SortedMap<Integer, Sums>> all = new TreeMap<>();
        changes.forEach((key, sums) -> {
            if (key.subject().equals(subject)) {
                all.computeIfAbsent(key.k(), k -> new TreeMap<>()).put(key.day(), sums);
            }
        });
        return all;
    }
}
