package io.upswing.app.views;

import io.upswing.app.topology.Tasks;
import io.upswing.app.topology.Tasks.Progress;
import io.upswing.core.entity.Entities;
import io.upswing.core.entity.Quality;
import io.upswing.core.kpi.Snapshot;
import io.upswing.core.kpi.Sums;
import io.upswing.core.kpi.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gathers the answers of all instances. Never half an answer: if a task is missing, it says so. */
public final class Cluster implements KpiQueries {
    private final Instances instances;
    private final ViewSettings settings;

    public Cluster(Instances instances, ViewSettings settings) {
        this.instances = instances;
        this.settings = settings;
    }

    @Override
    public Listing all(SubjectLevel level, OptionalInt day) {
        Map<Tasks.Id, Part> parts = new TreeMap<>();
        for (Instance instance : instances.all()) {
            // While a task moves, two instances may answer for it: one is enough.
            instance.parts(level, day).forEach(part -> parts.putIfAbsent(part.task(), part));
        }
        settings.mustHaveAll(level.stage(), parts.keySet());
        settings.mustHaveAll(Stages.REP, parts.keySet());
        int first = parts.values().stream().mapToInt(Part::firstDay).min().orElseThrow();
        int open = parts.values().stream().mapToInt(Part::openDay).min().orElseThrow();
        day.ifPresent(settings.reach(open)::check);
        SortedMap<Subject, SubjectKpis> found = new TreeMap<>();
        parts.values().forEach(part -> part.subjects().forEach(kpis -> found.put(kpis.subject(), kpis)));
        units(level, parts).forEach(unit -> found.computeIfAbsent(unit, missing -> nothing(missing, day, open)));
        return new Listing(List.copyOf(found.values()), first, open);
    }

    private static SortedSet<Subject> units(SubjectLevel level, Map<Tasks.Id, Part> parts) {
        SortedSet<Subject> units = new TreeSet<>();
        if (level == SubjectLevel.COMPANY) {
            units.add(new Subject(level, Subject.COMPANY_ID));
        }
        parts.values().forEach(part -> part.units().forEach(id -> units.add(new Subject(level, id))));
        return units;
    }

    /** A unit that has reps, but no pane yet. */
    private SubjectKpis nothing(Subject subject, OptionalInt asked, int openDay) {
        Reach reach = settings.reach(openDay);
        int day = asked.orElse(openDay);
        List<Window> windows = settings.windows().stream()
                .filter(window -> reach.covers(window, day))
                .toList();
        List<Sums> sums = Collections.nCopies(windows.size(), Sums.ZERO);
        return new SubjectKpis(subject, Placement.NONE, openDay, new Snapshot(subject.key(), day, windows, sums));
    }

    @Override
    public Optional<SubjectKpis> one(Subject subject, OptionalInt day) {
        return instances.holding(subject).kpis(subject, day).or(() -> unit(subject, day));
    }

    @Override
    public Optional<SubjectPanes> panes(Subject subject) {
        return instances
                .holding(subject)
                .panes(subject)
                .or(() -> unit(subject, OptionalInt.empty())
                        .map(kpis -> new SubjectPanes(subject, settings.reach(kpis.openDay()), new TreeMap<>())));
    }

    /** A unit that the task of its key may not know yet, but tasks of its reps do. */
    private Optional<SubjectKpis> unit(Subject subject, OptionalInt day) {
        return subject.level() == SubjectLevel.REP
                ? Optional.empty()
                : all(subject.level(), day).subjects().stream()
                        .filter(kpis -> kpis.subject().equals(subject))
                        .findFirst();
    }

    @Override
    public List<EntityRow> entities(EntityQuestion question) {
        Map<Tasks.Id, List<EntityRow>> tasks = new TreeMap<>();
        for (Instance instance : instances.all()) {
            instance.entities(question).forEach(tasks::putIfAbsent);
        }
        settings.mustHaveAll(Stages.ENTITY, tasks.keySet());
        return tasks.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(EntityRow::id, Entities.ORDER))
                .limit(question.limit())
                .toList();
    }

    @Override
    public SortedMap<Quality.Key, Long> quality() {
        SortedMap<Tasks.Id, SortedMap<Quality.Key, Long>> tasks = new TreeMap<>();
        for (Instance instance : instances.all()) {
            instance.quality().forEach(tasks::putIfAbsent);
        }
        for (String stage : List.of(Stages.ENTITY, Stages.REP, Stages.UNIT)) {
            settings.mustHaveAll(stage, tasks.keySet());
        }
        SortedMap<Quality.Key, Long> total = new TreeMap<>();
        tasks.values().forEach(counts -> counts.forEach((key, count) -> total.merge(key, count, Long::sum)));
        return total;
    }

    @Override
    public DayReport days() {
        SortedMap<Tasks.Id, Progress> tasks = new TreeMap<>();
        List<String> unreachable = new ArrayList<>();
        for (Instance instance : instances.all()) {
            try {
                instance.progress().forEach(progress -> tasks.put(progress.id(), progress));
            } catch (UnavailableException e) {
                unreachable.add(instance.address() + ": " + e.getMessage());
            }
        }
        SortedSet<Tasks.Id> missing = new TreeSet<>();
        List.of(Stages.ENTITY, Stages.REP, Stages.UNIT).forEach(stage -> missing.addAll(settings.allTasks(stage)));
        missing.removeAll(tasks.keySet());
        return new DayReport(List.copyOf(tasks.values()), List.copyOf(missing), unreachable);
    }
}
