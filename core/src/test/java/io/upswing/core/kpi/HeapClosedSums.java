package io.upswing.core.kpi;

import java.util.List;
import java.util.TreeMap;

/** Closed sums on the heap, for tests. */
public final class HeapClosedSums implements ClosedSums.Store {
    private final TreeMap<String, ClosedSums> sums = new TreeMap<>();
    private List<String> windowKeys = List.of();

    @Override
    public boolean has(String subject) {
        return sums.containsKey(subject);
    }

    @Override
    public ClosedSums get(String subject, int windows) {
        return sums.getOrDefault(subject, ClosedSums.zero(windows));
    }

    @Override
    public void put(String subject, ClosedSums closed) {
        sums.put(subject, closed);
    }

    @Override
    public List<String> subjects() {
        return List.copyOf(sums.keySet());
    }

    @Override
    public List<String> windowKeys() {
        return windowKeys;
    }

    @Override
    public void windowKeys(List<String> ids) {
        windowKeys = ids;
    }
}
