package io.upswing.core.rep;

import java.util.List;
import java.util.TreeMap;

/** Reps on the heap, for tests. */
final class HeapReps implements Reps {
    private final TreeMap<String, Rep> reps = new TreeMap<>();

    @Override
    public Rep get(String id) {
        return reps.getOrDefault(id, Rep.UNKNOWN);
    }

    @Override
    public void put(String id, Rep rep) {
        reps.put(id, rep);
    }

    @Override
    public List<String> ids() {
        return List.copyOf(reps.keySet());
    }
}
