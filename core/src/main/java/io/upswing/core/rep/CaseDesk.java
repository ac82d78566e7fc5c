package io.upswing.core.rep;

import io.upswing.core.command.CommandHeader;
import io.upswing.core.command.Decision;
import io.upswing.core.command.Rejection;
import io.upswing.core.command.Stamps;
import io.upswing.core.evaluation.Evaluation;
import io.upswing.core.evaluation.Wording;
import io.upswing.core.issues.IssueDesk;
import io.upswing.core.issues.IssueEvent;
import io.upswing.core.issues.IssueKeeper;
import io.upswing.core.issues.Rule;
import io.upswing.core.issues.Track;
import io.upswing.core.plans.Figures;
import io.upswing.core.plans.Plan;
import io.upswing.core.plans.PlanDesk;
import io.upswing.core.plans.PlanEvent;
import io.upswing.core.plans.PlanKeeper;
import io.upswing.core.plans.PlanTerms.GoalTerms;
import io.upswing.core.plans.PlanWatch;
import io.upswing.core.plans.Progress;
import io.upswing.core.plans.Recognition;
import io.upswing.core.time.OrganizationZone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Issues and plans of the task's reps: takes commands and evaluations to what is pure, and keeps and sends what comes of it. */
final class CaseDesk {
    private final Cases cases;
    private final Commands commands;
    private final RuleBook rules;
    private final RepOutput output;
    private final OrganizationZone zone;
    private final Wording wording;
    private final IssueKeeper issues;

    CaseDesk(RepStores stores, RepOutput output, OrganizationZone zone, Wording wording) {
        this.cases = stores.cases();
        this.commands = stores.commands();
        this.rules = new RuleBook(stores.rules());
        this.output = output;
        this.zone = zone;
        this.wording = wording;
        this.issues = new IssueKeeper(wording);
    }

    void learn(Rule rule, int k) {
        rules.learn(rule, k);
    }

    void await(int k, RepCommand command) {
        commands.await(k, command);
    }

    List<RepCommand> take(int k) {
        return commands.take(k);
    }

    /** Carries a command out; one whose id is known is answered as it was. */
    void handle(RepCommand command, Evaluation before) {
        CommandHeader header = command.header();
        Optional<CommandResult> known = commands.result(header.rep(), header.id());
        if (known.isPresent()) {
            output.result(known.get());
            return;
        }
        int day = before.day() + 1;
        Stamps stamps = new Stamps(header.rep(), day, header.occurredAt(), cases.count(header.rep(), day));
        CommandResult result = switch (command) {
            case RepCommand.OfIssue issue -> handle(issue, stamps);
            case RepCommand.OfPlan plan -> handle(plan, before, stamps);
        };
        cases.count(header.rep(), day, stamps.last());
        commands.put(result);
        output.result(result);
    }

    private CommandResult handle(RepCommand.OfIssue asked, Stamps stamps) {
        CommandHeader header = asked.header();
        String rule = asked.command().target().rule();
        Track track = cases.tracks(header.rep()).getOrDefault(rule, Track.NEW);
        return switch (IssueDesk.decide(track, header, asked.command(), stamps)) {
            case Decision.Rejected<IssueEvent>(Rejection why) -> rejected(header, stamps, why);
            case Decision.Accepted<IssueEvent>(List<IssueEvent> events) -> {
                Track after = track;
                for (IssueEvent event : events) {
                    after = after.plus(event);
                }
                if (after.issue().map(issue -> !issue.status().isOpen()).orElse(false)) {
                    after = after.dismissed();
                }
                keep(header.rep(), rule, track, after);
                events.forEach(output::issue);
                yield new CommandResult(
                        header.id(),
                        header.rep(),
                        stamps.day(),
                        Optional.empty(),
                        events.stream().map(event -> event.stamp().id()).toList());
            }
        };
    }

    private static CommandResult rejected(CommandHeader header, Stamps stamps, Rejection why) {
        return new CommandResult(header.id(), header.rep(), stamps.day(), Optional.of(why), List.of());
    }

    private void keep(String rep, String rule, Track before, Track after) {
        if (!after.equals(before)) {
            cases.put(rep, rule, after);
            output.issueNow(rep, rule, after);
        }
    }

    private CommandResult handle(RepCommand.OfPlan asked, Evaluation before, Stamps stamps) {
        CommandHeader header = asked.header();
        String id = asked.command().plan();
        Cases.File file = cases.plans(header.rep()).getOrDefault(id, new Cases.File(List.of(), PlanWatch.NEW));
        return switch (PlanDesk.decide(Plan.of(file.events()), header, asked.command(), before, stamps)) {
            case Decision.Rejected<PlanEvent>(Rejection why) -> rejected(header, stamps, why);
            case Decision.Accepted<PlanEvent>(List<PlanEvent> events) -> {
                List<PlanEvent> all = new ArrayList<>(file.events());
                all.addAll(events);
                if (!events.isEmpty()) {
                    cases.put(header.rep(), id, new Cases.File(all, file.watch()));
                }
                events.forEach(this::tell);
                ended(id, Plan.of(all), file.watch(), before);
                yield new CommandResult(
                        header.id(),
                        header.rep(),
                        stamps.day(),
                        Optional.empty(),
                        events.stream().map(event -> event.stamp().id()).toList());
            }
        };
    }

    private void tell(PlanEvent event) {
        output.plan(event);
        Recognition.of(event).ifPresent(output::recognition);
    }

    /**
     * Evaluates a rep's day: issues first, then plans.
     *
     * @return whether a plan may have changed
     */
    boolean evaluate(Evaluation evaluation) {
        String rep = evaluation.rep();
        int day = evaluation.day();
        int before = cases.count(rep, day);
        Stamps stamps = new Stamps(rep, day, zone.endOf(day).toEpochMilli(), before);
        SortedMap<String, Plan> plans = new TreeMap<>();
        SortedMap<String, Cases.File> files = cases.plans(rep);
        files.forEach((id, file) -> plans.put(id, Plan.of(file.events())));
        Set<String> withdrawn = issues(evaluation, stamps, plans);
        files.forEach((id, file) -> plan(id, file, evaluation, stamps, withdrawn));
        if (stamps.last() > before) {
            cases.count(rep, day, stamps.last());
        }
        return !plans.isEmpty();
    }

    /** Returns the rules whose issue was withdrawn. */
    private Set<String> issues(Evaluation evaluation, Stamps stamps, SortedMap<String, Plan> plans) {
        Set<String> withdrawn = new TreeSet<>();
        SortedMap<String, Track> tracks = cases.tracks(evaluation.rep());
        for (Rule rule : rules.inForce(evaluation.day())) {
            Track track = tracks.getOrDefault(rule.id(), Track.NEW);
            Rule raisedBy = track.open()
                    .flatMap(issue -> rules.version(rule.id(), issue.ruleVersion()))
                    .orElse(rule);
            IssueKeeper.Outcome outcome = issues.evaluate(
                    track,
                    rule,
                    raisedBy,
                    evaluation,
                    stamps,
                    plans.values().stream().anyMatch(p -> answers(p, rule)));
            keep(evaluation.rep(), rule.id(), track, outcome.track());
            for (IssueEvent event : outcome.events()) {
                output.issue(event);
                if (event.type() == IssueEvent.Type.WITHDRAWN) {
                    withdrawn.add(rule.id());
                }
            }
        }
        return withdrawn;
    }

    private static boolean answers(Plan plan, Rule rule) {
        boolean isPut = plan.status().isOpen() && plan.status() != Plan.Status.DRAFT;
        return isPut
                && (plan.terms().answers().equals(Optional.of(rule.id()))
                        || plan.terms().goals().stream()
                                .map(GoalTerms::kpi)
                                .anyMatch(kpi -> rule.form().kpi().equals(Optional.of(kpi))));
    }

    private void plan(String id, Cases.File file, Evaluation evaluation, Stamps stamps, Set<String> withdrawn) {
        Plan plan = Plan.of(file.events());
        boolean ground = plan.terms().answers().map(withdrawn::contains).orElse(false);
        PlanKeeper.Result result = PlanKeeper.evaluate(id, plan, file.watch(), evaluation, stamps, ground, wording);
        if (!result.events().isEmpty() || !result.watch().equals(file.watch())) {
            cases.put(evaluation.rep(), id, new Cases.File(result.plan().events(), result.watch()));
            result.events().forEach(this::tell);
            ended(id, result.plan(), result.watch(), evaluation);
        }
    }

    /** A plan that has ended does not go on with each event; what it has come to is sent when it ends. */
    private void ended(String id, Plan plan, PlanWatch watch, Evaluation evaluation) {
        if (!plan.status().isOpen()) {
            Figures figures = new Figures.Evaluated(evaluation);
            output.planNow(Progress.of(id, evaluation.rep(), plan, watch, figures, evaluation.day()));
        }
    }

    /** Sends the progress of a rep's open plans, by the figures of a day. */
    void progress(String rep, Figures figures, int day) {
        cases.plans(rep).forEach((id, file) -> {
            Plan plan = Plan.of(file.events());
            if (plan.status().isOpen()) {
                output.planNow(Progress.of(id, rep, plan, file.watch(), figures, day));
            }
        });
    }
}
