package io.upswing.core.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A gate's store on the heap, which outlives the gate: for tests of restarts. */
public final class HeapGateStore<T> implements GateStore<T> {
    private final Map<Integer, List<T>> waiting = new TreeMap<>();
    private State state = State.initial();

    @Override
    public State load() {
        return state;
    }

    @Override
    public void save(State saved) {
        state = saved;
    }

    @Override
    public void await(int k, T record) {
        waiting.computeIfAbsent(k, day -> new ArrayList<>()).add(record);
    }

    @Override
    public List<T> take(int k) {
        List<T> taken = waiting.remove(k);
        return taken == null ? List.of() : taken;
    }
}
