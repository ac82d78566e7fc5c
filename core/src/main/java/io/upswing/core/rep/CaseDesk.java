package io.upswing.core.rep;

import io.upswing.core.command.CommandHeader;
import io.upswing.core.command.Decision;
import io.upswing.core.command.Stamps;
import io.upswing.core.evaluation.Evaluation;
import io.upswing.core.evaluation.Wording;
import io.upswing.core.issues.Rule;
import io.upswing.core.plans.Figures;
import io.upswing.core.plans.Plan;
import io.upswing.core.time.OrganizationZone;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes commands and evaluations to the issues and plans of the task's reps, and numbers what happens to them. */
final class CaseDesk {
    private final Cases cases;
    private final Commands commands;
    private final RuleBook rules;
    private final RepOutput output;
    private final OrganizationZone zone;
    private final IssueCases issues;
    private final PlanCases plans;

    CaseDesk(RepStores stores, RepOutput output, OrganizationZone zone, Wording wording) {
        this.cases = stores.cases();
        this.commands = stores.commands();
        this.rules = new RuleBook(stores.rules());
        this.output = output;
        this.zone = zone;
        this.issues = new IssueCases(cases, rules, output, wording);
        this.plans = new PlanCases(cases, output, wording);
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

    /** Carries a command out; one that is repeated is answered as it was. */
    void handle(RepCommand command, Evaluation before) {
        CommandHeader header = command.header();
        int day = before.day() + 1;
        String content = CommandContent.hash(command);
        Optional<CommandResult> known = commands.result(header.rep(), header.id());
        if (known.isPresent()) {
            output.result(
                    known.get().content().equals(content) ? known.get() : CommandResult.reused(header, day, content));
            return;
        }
        Stamps stamps = new Stamps(header.rep(), day, header.occurredAt(), cases.count(header.rep(), day));
        Decision<?> decision = switch (command) {
            case RepCommand.OfIssue(CommandHeader asked, var of) -> issues.decide(asked, of, stamps);
            case RepCommand.OfPlan(CommandHeader asked, var of) -> plans.decide(asked, of, before, stamps);
        };
        CommandResult result = CommandResult.of(header, day, decision, content);
        cases.count(header.rep(), day, stamps.last());
        commands.put(result);
        output.result(result);
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
        Collection<Plan> known = plans.of(rep);
        Set<String> withdrawn = issues.evaluate(evaluation, stamps, known);
        plans.evaluate(evaluation, stamps, withdrawn);
        if (stamps.last() > before) {
            cases.count(rep, day, stamps.last());
        }
        return !known.isEmpty();
    }

    /** Sends the progress of a rep's open plans, by the figures of a day. */
    void progress(String rep, Figures figures, int day) {
        plans.progress(rep, figures, day);
    }
}
