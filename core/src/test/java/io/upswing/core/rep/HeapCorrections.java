package io.upswing.core.rep;

import io.upswing.core.evaluation.Correction;
import io.upswing.core.kpi.Sums;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Corrections on the heap, for tests. */
public final class HeapCorrections implements Corrections {
    private final TreeMap<Integer, TreeMap<String, TreeMap<String, SortedMap<Integer, Sums>>>> byDay = new TreeMap<>();

    @Override
    public void add(int k, String rep, String entity, int day, Sums sums) {
        SortedMap<Integer, Sums> days = byDay.computeIfAbsent(k, d -> new TreeMap<>())
                .computeIfAbsent(rep, r -> new TreeMap<>())
                .computeIfAbsent(entity, e -> new TreeMap<>());
        days.merge(day, sums, Sums::plus);
        days.values().removeIf(Sums::isZero);
    }

    @Override
    public List<Correction> recordedOn(int k, String rep) {
        return byDay.getOrDefault(k, new TreeMap<>()).getOrDefault(rep, new TreeMap<>()).entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> new Correction(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public void forget(int k) {
        byDay.headMap(k, true).clear();
    }
}
