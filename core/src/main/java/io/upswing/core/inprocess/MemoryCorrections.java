package io.upswing.core.inprocess;

import io.upswing.core.evaluation.Correction;
import io.upswing.core.kpi.Sums;
import io.upswing.core.rep.Corrections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Corrections on the heap, taken back by a crash. */
final class MemoryCorrections implements Corrections {
    private final JournaledMap<Key, Sums> map;

    private record Key(int k, String rep, String entity, int day) {
        static final Comparator<Key> ORDER = Comparator.comparingInt(Key::k)
                .thenComparing(Key::rep)
                .thenComparing(Key::entity)
                .thenComparingInt(Key::day);
    }

    MemoryCorrections(Journal journal) {
        map = new JournaledMap<>(journal, Key.ORDER);
    }

    @Override
    public void add(int k, String rep, String entity, int day, Sums sums) {
        Key key = new Key(k, rep, entity, day);
        Sums now = map.get(key).orElse(Sums.ZERO).plus(sums);
        if (now.isZero()) {
            map.remove(key);
        } else {
            map.put(key, now);
        }
    }

    @Override
    public List<Correction> recordedOn(int k, String rep) {
        SortedMap<String, SortedMap<Integer, Sums>> entities = new TreeMap<>();
        map.between(new Key(k, rep, "", Integer.MIN_VALUE), new Key(k, rep, "\uffff", Integer.MAX_VALUE))
                .forEach((key, sums) -> entities.computeIfAbsent(key.entity(), e -> new TreeMap<>())
                        .put(key.day(), sums));
        return entities.entrySet().stream()
                .map(entry -> new Correction(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public void forget(int k) {
        map.between(
                        new Key(Integer.MIN_VALUE, "", "", Integer.MIN_VALUE),
                        new Key(k, "\uffff", "\uffff", Integer.MAX_VALUE))
                .keySet()
                .forEach(map::remove);
    }
}
