package io.upswing.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.upswing.cli.cases.ActionText;
import io.upswing.cli.cases.GoalText;
import io.upswing.cli.cases.KpiUnits;
import io.upswing.cli.cases.TermsText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a plan agrees on. */
final class TermsOptions {
    private static final int MILESTONE_PARTS = 3;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--goal",
            paramLabel = "KPI:TIMEFRAME:TARGET",
            description = {
                "What is to be reached by the deadline, as revenue:30d:+20%% (a fifth more than now) or"
                        + " revenue:30d:=60000; money in whole units. A fixed period is 2017-10-01..2017-12-31.",
                "Can be given several times."
            })
    private final List<String> goals = new ArrayList<>();

    @Option(
            names = "--milestone",
            paramLabel = "GOAL:DATE:VALUE",
            description =
                    "A value on the way, as revenue:2017-11-01:50000; a goal is named by its KPI, of two on one KPI"
                            + " by KPI-TIMEFRAME. Default: one every 30 days on a straight line.")
    private final List<String> milestones = new ArrayList<>();

    @Option(
            names = "--action",
            paramLabel = "KIND:OWNER:DATE",
            description =
                    "Something to do by a day, as training:r7:2017-10-15: training, coaching, call-review, resource,"
                            + " shadowing or other, and who does it; 'rep' is the rep.")
    private final List<String> actions = new ArrayList<>();

    @Option(names = "--deadline", paramLabel = "DATE", description = "The last day.")
    private Optional<LocalDate> deadline = Optional.empty();

    @Option(
            names = "--check-in-every",
            paramLabel = "DAYS",
            description = "Days from check-in to check-in. Default: none are due.")
    private Optional<Integer> checkInEvery = Optional.empty();

    @Option(names = "--answers", paramLabel = "RULE", description = "The rule whose issue the plan answers.")
    private Optional<String> answers = Optional.empty();

    /** All terms; fails if an option can't be read, or is missing. */
    TermsText terms(String rep) {
        if (goals.isEmpty() || deadline.isEmpty()) {
            throw wrong(
                    spec, (goals.isEmpty() ? "--goal" : "--deadline") + " is missing: a plan has goals and a deadline");
        }
        TermsText terms = given(rep);
        mustName(terms.goalIds());
        return terms;
    }

    /** Changes terms of a plan, as the API has them: what is not given stays. Fails if an option can't be read. */
    void change(ObjectNode standing, String rep, KpiUnits units) {
        TermsText given = given(rep);
        mustName(goals.isEmpty() ? TermsText.goalIds(standing) : given.goalIds());
        given.change(standing, units);
        deadline.ifPresent(day -> standing.put("deadline", day.toString()));
        checkInEvery.ifPresent(days -> standing.put("check_in_every", days));
    }

    private TermsText given(String rep) {
        return new TermsText(
                goals.stream().map(this::goal).toList(),
                milestones.stream().map(this::milestone).toList(),
                actions.stream().map(action -> action(spec, action, rep)).toList(),
                deadline.orElse(LocalDate.EPOCH),
                checkInEvery.orElse(0),
                answers);
    }

    private void mustName(List<String> ids) {
        milestones.stream()
                .map(text -> milestone(text).goal())
                .filter(goal -> !ids.contains(goal))
                .findFirst()
                .ifPresent(goal -> {
                    throw wrong(
                            spec, "--milestone names the goal '" + goal + "': the goals are " + String.join(", ", ids));
                });
    }

    private GoalText goal(String text) {
        return GoalText.parse(text)
                .orElseThrow(() ->
                        wrong(spec, "--goal must be as revenue:30d:+20% or revenue:30d:=60000, not '" + text + "'"));
    }

    private TermsText.Milestone milestone(String text) {
        String[] parts = text.split(":", -1);
        try {
            if (parts.length == MILESTONE_PARTS) {
                return new TermsText.Milestone(parts[0], LocalDate.parse(parts[1]), new BigDecimal(parts[2]));
            }
        } catch (DateTimeException | NumberFormatException e) {
            throw wrong(spec, "--milestone must be as revenue:2017-11-01:50000, not '" + text + "'");
        }
        throw wrong(spec, "--milestone must be as revenue:2017-11-01:50000, not '" + text + "'");
    }

    /** An action as it is written; whose owner is 'rep', is the rep's. */
    static ActionText action(CommandSpec spec, String text, String rep) {
        ActionText action = ActionText.parse(text)
                .orElseThrow(() -> wrong(
                        spec, "an action must be as training:r7:2017-10-15 (kind, owner, date), not '" + text + "'"));
        return action.owner().equals("rep") ? new ActionText(action.kind(), rep, action.due()) : action;
    }

    private static ParameterException wrong(CommandSpec spec, String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
