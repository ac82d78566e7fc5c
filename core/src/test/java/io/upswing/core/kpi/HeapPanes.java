package io.upswing.core.kpi;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** Panes on the heap, for tests. */
public final class HeapPanes implements Panes {
    private final Map<String, NavigableMap<Integer, Sums>> panes = new HashMap<>();

    @Override
    public Sums get(String subject, int day) {
        return of(subject).getOrDefault(day, Sums.ZERO);
    }

    @Override
    public void put(String subject, int day, Sums sums) {
        if (sums.isZero()) {
            of(subject).remove(day);
        } else {
            of(subject).put(day, sums);
        }
    }

    @Override
    public SortedMap<Integer, Sums> between(String subject, int from, int to) {
        return from > to ? new TreeMap<>() : new TreeMap<>(of(subject).subMap(from, true, to, true));
    }

    private NavigableMap<Integer, Sums> of(String subject) {
        return panes.computeIfAbsent(subject, s -> new TreeMap<>());
    }
}
