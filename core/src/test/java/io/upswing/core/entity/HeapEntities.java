package io.upswing.core.entity;

import io.upswing.core.time.GateStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Entities on the heap. */
public final class HeapEntities<E> implements Entities<E> {
    private final Map<String, E> entities = new HashMap<>();
    private final E unknown;

    private HeapEntities(E unknown) {
        this.unknown = unknown;
    }

    /** All stores of an entity stage. */
    public static EntityStores stores(GateStore<Void> gate) {
        return new EntityStores(
                new HeapEntities<>(Deal.UNKNOWN), new HeapEntities<>(Activity.UNKNOWN), new HeapQuality(), gate);
    }

    @Override
    public E get(String id) {
        return entities.getOrDefault(id, unknown);
    }

    @Override
    public void put(String id, E entity) {
        entities.put(id, entity);
    }

    @Override
    public List<Entry<E>> after(Optional<String> id, int limit) {
        return entities.entrySet().stream()
                .filter(entry -> id.isEmpty() || ORDER.compare(entry.getKey(), id.get()) > 0)
                .sorted(Map.Entry.comparingByKey(ORDER))
                .limit(limit)
                .map(entry -> new Entry<>(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static final class HeapQuality implements Quality {
        private final SortedMap<Key, Long> counts = new TreeMap<>();

        @Override
        public long get(Key key) {
            return counts.getOrDefault(key, 0L);
        }

        @Override
        public void put(Key key, long count) {
            if (count == 0) {
                counts.remove(key);
            } else {
                counts.put(key, count);
            }
        }

        @Override
        public SortedMap<Key, Long> all() {
            return new TreeMap<>(counts);
        }
    }
}
