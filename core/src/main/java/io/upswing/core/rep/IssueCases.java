package io.upswing.core.rep;

import io.upswing.core.command.CommandHeader;
import io.upswing.core.command.Decision;
import io.upswing.core.command.Stamps;
import io.upswing.core.evaluation.Evaluation;
import io.upswing.core.evaluation.Wording;
import io.upswing.core.issues.IssueCommand;
import io.upswing.core.issues.IssueDesk;
import io.upswing.core.issues.IssueEvent;
import io.upswing.core.issues.IssueKeeper;
import io.upswing.core.issues.Rule;
import io.upswing.core.issues.Track;
import io.upswing.core.plans.Plan;
import io.upswing.core.plans.PlanTerms.GoalTerms;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** The issues of the task's reps, under the rules in force. */
final class IssueCases {
    private final Cases cases;
    private final RuleBook rules;
    private final RepOutput output;
    private final IssueKeeper keeper;

    IssueCases(Cases cases, RuleBook rules, RepOutput output, Wording wording) {
        this.cases = cases;
        this.rules = rules;
        this.output = output;
        this.keeper = new IssueKeeper(wording);
    }

    Decision<IssueEvent> decide(CommandHeader header, IssueCommand command, Stamps stamps) {
        String rule = command.target().rule();
        Track track = cases.track(header.rep(), rule);
        Decision<IssueEvent> decision = IssueDesk.decide(track, header, command, stamps);
        if (decision instanceof Decision.Accepted<IssueEvent>(List<IssueEvent> events)) {
            Track after = track;
            for (IssueEvent event : events) {
                after = after.plus(event);
            }
            if (after.issue().map(issue -> !issue.status().isOpen()).orElse(false)) {
                after = after.dismissed();
            }
            keep(header.rep(), rule, track, after);
            events.forEach(output::issue);
        }
        return decision;
    }

    private void keep(String rep, String rule, Track before, Track after) {
        if (!after.equals(before)) {
            cases.put(rep, rule, after);
            output.issueNow(rep, rule, after);
        }
    }

    /**
     * Evaluates a rep's day under each rule.
     *
     * @param plans of the rep, as they were before the day was evaluated
     * @return the rules whose issue was withdrawn
     */
    Set<String> evaluate(Evaluation evaluation, Stamps stamps, Collection<Plan> plans) {
        Set<String> withdrawn = new TreeSet<>();
        SortedMap<String, Track> tracks = cases.tracks(evaluation.rep());
        for (Rule rule : rules.inForce(evaluation.day())) {
            Track track = tracks.getOrDefault(rule.id(), Track.NEW);
            Rule raisedBy = track.open()
                    .flatMap(issue -> rules.version(rule.id(), issue.ruleVersion()))
                    .orElse(rule);
            boolean inhibited = plans.stream().anyMatch(plan -> answers(plan, rule));
            IssueKeeper.Outcome outcome = keeper.evaluate(track, rule, raisedBy, evaluation, stamps, inhibited);
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
}
