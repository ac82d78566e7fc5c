package io.upswing.app.views;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.upswing.app.avro.IssueRecords;
import io.upswing.app.topology.Tasks;
import io.upswing.core.rep.RepStores;
import io.upswing.schemas.CommandOutcome;
import io.upswing.schemas.IssueCurrent;
import io.upswing.schemas.IssueEvent;
import io.upswing.schemas.PlanCurrent;
import io.upswing.schemas.PlanEvent;
import io.upswing.schemas.topics.Murmur2Partitions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Issues and plans of this instance: reads the stores of its rep tasks. */
final class LocalCases implements InstanceCases {
    /** How many reps are read before the task may go on. */
    private static final int AT_A_TIME = 64;

    private final StageStores stores;
    private final ViewSettings settings;

    LocalCases(StageStores stores, ViewSettings settings) {
        this.stores = stores;
        this.settings = settings;
    }

    @Override
    public SortedMap<Tasks.Id, List<CaseRow<IssueCurrent>>> issues(Optional<String> rep) {
        return rows(rep, CaseReader::issues);
    }

    @Override
    public Optional<CaseFile<IssueCurrent, IssueEvent>> issue(String rep, String rule) {
        return ofRep(rep, reader -> reader.issue(rep, rule));
    }

    @Override
    public SortedMap<Tasks.Id, List<CaseRow<PlanCurrent>>> plans(Optional<String> rep) {
        return rows(rep, CaseReader::plans);
    }

    @Override
    public Optional<CaseFile<PlanCurrent, PlanEvent>> plan(String rep, String plan) {
        return ofRep(rep, reader -> reader.plan(rep, plan));
    }

    /** Answers also before a day is open: then the command waits. */
    @Override
    public Optional<CommandOutcome> outcome(String rep, String command) {
        return mustRun(taskOf(rep), found -> found.commands().result(rep, command))
                .map(IssueRecords::toAvro);
    }

    private <R> SortedMap<Tasks.Id, List<R>> rows(
            Optional<String> rep, BiFunction<CaseReader, String, List<R>> reading) {
        SortedMap<Tasks.Id, List<R>> rows = new TreeMap<>();
        if (rep.isPresent()) {
            rows.put(taskOf(rep.get()), ofRep(rep.get(), reader -> reading.apply(reader, rep.get())));
        } else {
            settings.allTasks(Stages.REP)
                    .forEach(task -> ofTask(task, reading).ifPresent(found -> rows.put(task, found)));
        }
        return rows;
    }

    /** Empty if the task does not run here, or leaves while it is read. */
    private <R> Optional<List<R>> ofTask(Tasks.Id task, BiFunction<CaseReader, String, List<R>> reading) {
        Optional<List<String>> reps = read(task, CaseReader::reps);
        List<R> rows = new ArrayList<>();
        for (int i = 0; i < reps.map(List::size).orElse(0); i += AT_A_TIME) {
            List<String> some =
                    reps.get().subList(i, Math.min(i + AT_A_TIME, reps.get().size()));
            Optional<List<R>> found = read(
                    task,
                    reader -> some.stream()
                            .flatMap(rep -> reading.apply(reader, rep).stream())
                            .toList());
            if (found.isEmpty()) {
                return Optional.empty();
            }
            rows.addAll(found.get());
        }
        return reps.map(known -> rows);
    }

    private <T> T ofRep(String rep, Function<CaseReader, T> reading) {
        Tasks.Id task = taskOf(rep);
        return mustRun(task, found -> reading.apply(CaseReader.of(task, found, settings)));
    }

    private <T> T mustRun(Tasks.Id task, Function<RepStores, T> reading) {
        return stores.rep(task.partition(), reading)
                .orElseThrow(() -> new UnavailableException(
                        "the task " + task.stage() + "/" + task.partition() + " does not run here at the moment"));
    }

    private Tasks.Id taskOf(String rep) {
        return new Tasks.Id(
                Stages.REP, Murmur2Partitions.partitionFor(rep.getBytes(UTF_8), settings.tasks(Stages.REP)));
    }

    private <T> Optional<T> read(Tasks.Id task, Function<CaseReader, T> reading) {
        return stores.rep(task.partition(), found -> reading.apply(CaseReader.of(task, found, settings)));
    }
}
