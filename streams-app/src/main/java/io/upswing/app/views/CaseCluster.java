package io.upswing.app.views;

import io.upswing.app.topology.Tasks;
import io.upswing.schemas.CommandOutcome;
import io.upswing.schemas.IssueCurrent;
import io.upswing.schemas.IssueEvent;
import io.upswing.schemas.PlanCurrent;
import io.upswing.schemas.PlanEvent;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Gathers the answers of all instances about issues and plans. Never half an answer. */
public final class CaseCluster implements CaseQueries {
    private final Instances instances;
    private final ViewSettings settings;

    public CaseCluster(Instances instances, ViewSettings settings) {
        this.instances = instances;
        this.settings = settings;
    }

    private InstanceCases holding(String rep) {
        return instances.holding(Subject.rep(rep)).cases();
    }

    @Override
    public List<CaseRow<IssueCurrent>> issues(Optional<String> rep) {
        return gathered(rep, cases -> cases.issues(rep)).stream()
                .sorted(Comparator.comparing(
                                (CaseRow<IssueCurrent> row) -> row.current().getRep())
                        .thenComparing(row -> row.current().getRule()))
                .toList();
    }

    @Override
    public Optional<CaseFile<IssueCurrent, IssueEvent>> issue(String rep, String rule) {
        return holding(rep).issue(rep, rule);
    }

    @Override
    public List<CaseRow<PlanCurrent>> plans(Optional<String> rep) {
        return gathered(rep, cases -> cases.plans(rep)).stream()
                .sorted(Comparator.comparing(
                                (CaseRow<PlanCurrent> row) -> row.current().getRep())
                        .thenComparing(row -> row.current().getPlan()))
                .toList();
    }

    @Override
    public Optional<CaseFile<PlanCurrent, PlanEvent>> plan(String rep, String plan) {
        return holding(rep).plan(rep, plan);
    }

    @Override
    public Optional<CommandOutcome> outcome(String rep, String command) {
        return holding(rep).outcome(rep, command);
    }

    private <R> List<R> gathered(Optional<String> rep, Function<InstanceCases, Map<Tasks.Id, List<R>>> question) {
        NavigableMap<Tasks.Id, List<R>> tasks = new TreeMap<>();
        if (rep.isPresent()) {
            tasks.putAll(question.apply(holding(rep.get())));
        } else {
            for (Instance instance : instances.all()) {
                question.apply(instance.cases()).forEach(tasks::putIfAbsent);
            }
            settings.mustHaveAll(Stages.REP, tasks.keySet());
        }
        return tasks.values().stream().flatMap(List::stream).toList();
    }
}
