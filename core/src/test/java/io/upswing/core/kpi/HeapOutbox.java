package io.upswing.core.kpi;

import io.upswing.core.inprocess.model.Pane;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** An outbox on the heap, for tests. */
public final class HeapOutbox implements Outbox {
    private final TreeSet<String> subjects = new TreeSet<>();
    private final TreeSet<Pane> panes =
            new TreeSet<>(Comparator.comparing(Pane::subject).thenComparingInt(Pane::day));

    @Override
    public void subject(String subject) {
        subjects.add(subject);
    }

    @Override
    public void pane(String subject, int day) {
        panes.add(new Pane(subject, day));
    }

    @Override
    public List<String> takeSubjects() {
        List<String> taken = List.copyOf(subjects);
        subjects.clear();
        return taken;
    }

    @Override
    public List<Pane> takePanes() {
        List<Pane> taken = List.copyOf(panes);
        panes.clear();
        return taken;
    }
}
