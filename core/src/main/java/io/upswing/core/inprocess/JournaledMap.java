package io.upswing.core.inprocess;

import java.util.Comparator;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A sorted map on the heap whose changes can be taken back to the last commit. */
final class JournaledMap<K, V> {
    private final NavigableMap<K, V> map;
    private final Journal journal;

    JournaledMap(Journal journal, Comparator<? super K> order) {
        this.journal = journal;
        map = new TreeMap<>(order);
    }

    Optional<V> get(K key) {
        return Optional.ofNullable(map.get(key));
    }

    void put(K key, V value) {
        V before = map.put(key, value);
        journal.undoing(before == null ? () -> map.remove(key) : () -> map.put(key, before));
    }

    void remove(K key) {
        V before = map.remove(key);
        if (before != null) {
            journal.undoing(() -> map.put(key, before));
        }
    }

    /** A copy of what lies between two keys, both included. */
    NavigableMap<K, V> between(K from, K to) {
        return new TreeMap<>(map.subMap(from, true, to, true));
    }

    /** A copy. */
    NavigableMap<K, V> all() {
        return new TreeMap<>(map);
    }
}
