package io.upswing.app.views;

import io.upswing.app.topology.Tasks;
import io.upswing.core.kpi.ClosedSums;
import io.upswing.core.kpi.Ledger;
import io.upswing.core.kpi.Snapshot;
import io.upswing.core.kpi.Sums;
import io.upswing.core.kpi.Window;
import io.upswing.core.rep.Rep;
import io.upswing.core.rep.RepStores;
import io.upswing.core.rep.Reps;
import io.upswing.core.rep.Timeline;
import io.upswing.core.time.DayGate;
import io.upswing.core.time.Days;
import io.upswing.core.time.GateStore;
import io.upswing.core.time.Watermarks;
import io.upswing.core.unit.UnitStores;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads what one task of the rep or unit stage knows, the way the stage itself does. Valid under the task's lock. */
final class TaskReader {
    private final Tasks.Id task;
    private final ViewSettings settings;
    private final GateStore.State gate;
    private final Ledger ledger;
    private final ClosedSums.Store closed;
    private final Optional<Reps> reps;

    private TaskReader(
            Tasks.Id task,
            ViewSettings settings,
            GateStore.State gate,
            Ledger ledger,
            ClosedSums.Store closed,
            Optional<Reps> reps) {
        this.task = task;
        this.settings = settings;
        this.gate = gate;
        this.ledger = ledger;
        this.closed = closed;
        this.reps = reps;
        if (gate.openDay() == DayGate.NOT_OPEN) {
            throw new UnavailableException("no day is open yet in " + task.stage() + "/" + task.partition()
                    + ": its inputs have not all said their first watermark");
        }
    }

    static TaskReader of(Tasks.Id task, RepStores stores, ViewSettings settings) {
        Ledger ledger = new Ledger(stores.panes(), stores.changes(), stores.closed(), settings.windowSettings());
        GateStore.State gate = stores.gate().load();
        ledger.resume(gate.openDay(), stores.evaluations().load().evaluated());
        return new TaskReader(task, settings, gate, ledger, stores.closed(), Optional.of(stores.reps()));
    }

    static TaskReader of(Tasks.Id task, UnitStores stores, ViewSettings settings) {
        Ledger ledger = new Ledger(stores.panes(), stores.changes(), stores.closed(), settings.windowSettings());
        GateStore.State gate = stores.gate().load();
        ledger.resume(gate.openDay(), gate.lastClosedDay());
        return new TaskReader(task, settings, gate, ledger, stores.closed(), Optional.empty());
    }

    /** The part of a task whose subjects and units are yet to be added. */
    Part part() {
        int first = gate.spans().values().stream()
                .mapToInt(Watermarks.Span::first)
                .min()
                .orElse(gate.openDay());
        return new Part(task, first, gate.openDay(), List.of(), new TreeSet<>());
    }

    /** All subjects of a level of which the task's ledger or org data know. Cost: a scan of both. */
    SortedSet<Subject> subjects(SubjectLevel level) {
        SortedSet<Subject> subjects = new TreeSet<>();
        ledger.subjects().forEach(key -> add(subjects, level, key));
        reps.ifPresent(known -> known.ids().forEach(id -> add(subjects, level, id)));
        return subjects;
    }

    private static void add(SortedSet<Subject> subjects, SubjectLevel level, String key) {
        Subject subject = Subject.ofKey(level, key);
        if (subject.level() == level) {
            subjects.add(subject);
        }
    }

    boolean knows(Subject subject) {
        return closed.has(subject.key())
                || reps.map(known -> !known.get(subject.key()).equals(Rep.UNKNOWN))
                        .orElse(false);
    }

    /** The units of a level in which the task's reps are, or were, on some day up to one. Cost: a scan of reps. */
    NavigableSet<String> units(SubjectLevel level, OptionalInt upTo) {
        int last = upTo.orElse(gate.openDay());
        NavigableSet<String> units = new TreeSet<>();
        reps.ifPresent(known -> known.ids().forEach(id -> {
            Timeline timeline = known.get(id).timeline();
            timeline.entries().stream()
                    .mapToInt(Timeline.Entry::appliesFrom)
                    .filter(day -> day <= last)
                    .mapToObj(timeline::on)
                    .flatMap(Optional::stream)
                    .flatMap(assignment -> Placement.unit(assignment, level).stream())
                    .forEach(units::add);
        }));
        return units;
    }

    SubjectKpis kpis(Subject subject, OptionalInt asked) {
        Reach reach = reach();
        int day = asked.orElse(reach.openDay());
        reach.check(day);
        String key = subject.key();
        List<Sums> sums = day == reach.openDay() ? ledger.windowSums(key) : ledger.windowSumsOn(key, day);
        Placement placement =
                reps.map(known -> Placement.on(known.get(key).timeline(), day)).orElse(Placement.NONE);
        return new SubjectKpis(subject, placement, reach.openDay(), covered(reach, key, day, sums));
    }

    private Snapshot covered(Reach reach, String key, int day, List<Sums> sums) {
        List<Window> windows = new ArrayList<>();
        List<Sums> whole = new ArrayList<>();
        for (int i = 0; i < sums.size(); i++) {
            Window window = settings.windows().get(i);
            if (reach.covers(window, day)) {
                windows.add(window);
                whole.add(sums.get(i));
            }
        }
        return new Snapshot(key, day, windows, whole);
    }

    SubjectPanes panes(Subject subject) {
        return new SubjectPanes(subject, reach(), ledger.livePanes(subject.key()));
    }

    Ledger ledger() {
        return ledger;
    }

    /** Where a rep is on the open day. */
    Placement placement(String rep) {
        return reps.map(known -> Placement.on(known.get(rep).timeline(), gate.openDay()))
                .orElse(Placement.NONE);
    }

    private Reach reach() {
        return settings.reach(gate.openDay());
    }

    @Override
    public String toString() {
        return task.stage() + "/" + task.partition() + " on " + Days.text(gate.openDay());
    }
}
