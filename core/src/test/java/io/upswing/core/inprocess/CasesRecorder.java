package io.upswing.core.inprocess;

import io.upswing.core.issues.Issue;
import io.upswing.core.issues.IssueEvent;
import io.upswing.core.issues.Track;
import io.upswing.core.plans.Plan;
import io.upswing.core.plans.PlanEvent;
import io.upswing.core.plans.Progress;
import io.upswing.core.plans.Recognition;
import io.upswing.core.rep.CommandResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes down what a run tells of issues, plans and commands. */
final class CasesRecorder implements Observer {
    final List<IssueEvent> issues = new ArrayList<>();
    final List<PlanEvent> plans = new ArrayList<>();
    final List<Recognition> recognitions = new ArrayList<>();
    final List<CommandResult> results = new ArrayList<>();
    final SortedMap<String, Progress> progress = new TreeMap<>();
    final SortedMap<String, Track> tracks = new TreeMap<>();

    /** By rep, day and sequence, which no two events share. */
    List<IssueEvent> issues() {
        return issues.stream()
                .sorted(Comparator.comparing(IssueEvent::rep)
                        .thenComparingInt(event -> event.stamp().day())
                        .thenComparingInt(event -> event.stamp().sequence()))
                .toList();
    }

    List<PlanEvent> plans() {
        return plans.stream()
                .sorted(Comparator.comparing(PlanEvent::rep)
                        .thenComparingInt(event -> event.stamp().day())
                        .thenComparingInt(event -> event.stamp().sequence()))
                .toList();
    }

    List<Recognition> recognitions() {
        return recognitions.stream()
                .sorted(Comparator.comparing(Recognition::rep)
                        .thenComparingInt(good -> good.event().day())
                        .thenComparingInt(good -> good.event().sequence()))
                .toList();
    }

    /** Answers to a repeated command come again: in the order of each rep. */
    SortedMap<String, List<CommandResult>> results() {
        SortedMap<String, List<CommandResult>> byRep = new TreeMap<>();
        results.forEach(result ->
                byRep.computeIfAbsent(result.rep(), rep -> new ArrayList<>()).add(result));
        return byRep;
    }

    /** What the events of a rep's plan leave. */
    Plan plan(String id) {
        return Plan.of(plans.stream().filter(event -> event.plan().equals(id)).toList());
    }

    List<String> types(String plan) {
        return plans.stream()
                .filter(event -> event.plan().equals(plan))
                .map(event -> event.type().name())
                .toList();
    }

    Issue issue(String rep, String rule) {
        return Optional.ofNullable(tracks.get(rep + " " + rule))
                .flatMap(Track::issue)
                .orElseThrow();
    }

    Progress progress(String plan) {
        return Optional.ofNullable(progress.get(plan)).orElseThrow();
    }

    @Override
    public Runnable tells(IssueEvent event) {
        return () -> issues.add(event);
    }

    @Override
    public Runnable shows(String rep, String rule, Track track) {
        return () -> tracks.put(rep + " " + rule, track);
    }

    @Override
    public Runnable tells(PlanEvent event) {
        return () -> plans.add(event);
    }

    @Override
    public Runnable shows(Progress sent) {
        return () -> progress.put(sent.plan(), sent);
    }

    @Override
    public Runnable recognizes(Recognition recognition) {
        return () -> recognitions.add(recognition);
    }

    @Override
    public Runnable answers(CommandResult result) {
        return () -> results.add(result);
    }
}
