package io.upswing.core.rep;

import io.upswing.core.plans.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How far evaluations are, on the heap, for tests. */
final class HeapEvaluations implements EvaluationStore {
    private final Map<Integer, List<UnitDay>> waiting = new TreeMap<>();
    private Progress progress = Progress.initial();

    @Override
    public Progress load() {
        return progress;
    }

    @Override
    public void save(Progress saved) {
        progress = saved;
    }

    @Override
    public void await(UnitDay unitDay) {
        waiting.computeIfAbsent(unitDay.closedDay(), day -> new ArrayList<>()).add(unitDay);
    }

    @Override
    public List<UnitDay> take(int closedDay) {
        List<UnitDay> taken = waiting.remove(closedDay);
        return taken == null ? List.of() : taken;
    }
}
