package io.upswing.app.views;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.upswing.app.topology.Tasks;
import io.upswing.app.topology.Tasks.Progress;
import io.upswing.core.entity.Quality;
import io.upswing.schemas.topics.Murmur2Partitions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** This instance: reads the stores of its tasks. */
public final class LocalInstance implements Instance {
    /** How many subjects are read before the task may go on: looking back costs up to a pane for each kept day. */
    private static final int AT_A_TIME = 64;

    private final String address;
    private final StageStores stores;
    private final ViewSettings settings;

    public LocalInstance(String address, StageStores stores, ViewSettings settings) {
        this.address = address;
        this.stores = stores;
        this.settings = settings;
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public List<Part> parts(SubjectLevel level, OptionalInt day) {
        List<Part> parts = new ArrayList<>();
        for (Tasks.Id task : settings.allTasks(level.stage())) {
            withSubjects(task, level, day).ifPresent(parts::add);
        }
        if (level != SubjectLevel.REP) {
            for (Tasks.Id task : settings.allTasks(Stages.REP)) {
                withUnits(task, level, day).ifPresent(parts::add);
            }
        }
        return parts;
    }

    /** Empty also if the task leaves while it is read. */
    private Optional<Part> withSubjects(Tasks.Id task, SubjectLevel level, OptionalInt day) {
        Optional<Part> part = read(task, TaskReader::part);
        Optional<SortedSet<Subject>> subjects = read(task, reader -> reader.subjects(level));
        if (part.isEmpty() || subjects.isEmpty()) {
            return Optional.empty();
        }
        List<Subject> all = List.copyOf(subjects.get());
        List<SubjectKpis> kpis = new ArrayList<>();
        for (int i = 0; i < all.size(); i += AT_A_TIME) {
            List<Subject> some = all.subList(i, Math.min(i + AT_A_TIME, all.size()));
            Optional<List<SubjectKpis>> read = read(
                    task,
                    reader -> some.stream()
                            .map(subject -> reader.kpis(subject, day))
                            .toList());
            if (read.isEmpty()) {
                return Optional.empty();
            }
            kpis.addAll(read.get());
        }
        return part.map(p -> new Part(p.task(), p.firstDay(), p.openDay(), kpis, new TreeSet<>()));
    }

    private Optional<Part> withUnits(Tasks.Id task, SubjectLevel level, OptionalInt day) {
        return read(task, reader -> {
            Part part = reader.part();
            return new Part(part.task(), part.firstDay(), part.openDay(), List.of(), reader.units(level, day));
        });
    }

    @Override
    public Optional<SubjectKpis> kpis(Subject subject, OptionalInt day) {
        return ofOne(subject, reader -> reader.kpis(subject, day));
    }

    @Override
    public Optional<SubjectPanes> panes(Subject subject) {
        return ofOne(subject, reader -> reader.panes(subject));
    }

    private <T> Optional<T> ofOne(Subject subject, Function<TaskReader, T> reading) {
        String stage = subject.level().stage();
        int partition = Murmur2Partitions.partitionFor(subject.key().getBytes(UTF_8), settings.tasks(stage));
        return read(
                        new Tasks.Id(stage, partition),
                        reader -> Optional.of(reader)
                                .filter(r -> r.knows(subject))
                                .map(reading))
                .orElseThrow(() -> new UnavailableException(
                        "the task " + stage + "/" + partition + " does not run here at the moment"));
    }

    private <T> Optional<T> read(Tasks.Id task, Function<TaskReader, T> reading) {
        return task.stage().equals(Stages.REP)
                ? stores.rep(task.partition(), found -> reading.apply(TaskReader.of(task, found, settings)))
                : stores.unit(task.partition(), found -> reading.apply(TaskReader.of(task, found, settings)));
    }

    @Override
    public SortedMap<Tasks.Id, List<EntityRow>> entities(EntityQuestion question) {
        EntityPages pages = new EntityPages(settings.contributions());
        SortedMap<Tasks.Id, List<EntityRow>> entities = new TreeMap<>();
        for (Tasks.Id task : settings.allTasks(Stages.ENTITY)) {
            stores.entity(task.partition(), found -> pages.read(found, question))
                    .ifPresent(rows -> entities.put(task, rows));
        }
        return entities;
    }

    @Override
    public List<Progress> progress() {
        return stores.progress();
    }

    @Override
    public SortedMap<Tasks.Id, SortedMap<Quality.Key, Long>> quality() {
        return stores.quality();
    }

    @Override
    public InstanceCases cases() {
        return new LocalCases(stores, settings);
    }
}
