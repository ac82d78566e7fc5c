package io.upswing.core.plans;

import io.upswing.core.command.Rejection;
import io.upswing.core.command.Rejection.Rule;
import io.upswing.core.evaluation.Evaluation;
import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.KpiValue;
import io.upswing.core.plans.PlanTerms.ActionTerms;
import io.upswing.core.plans.PlanTerms.GoalTerms;
import io.upswing.core.plans.PlanTerms.Point;
import io.upswing.core.time.Days;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/** Which terms can be agreed on. */
final class TermsCheck {
    private static final int MOST_GOALS = 10;
    private static final int MOST_ACTIONS = 50;
    private static final int MOST_POINTS = 50;
    private static final int LONGEST = 730;
    private static final int RAREST = 90;
    private static final int LONGEST_ID = 100;
    private static final int MOST_DIGITS = 34;
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(15);

    private TermsCheck() {}

    /**
     * Why terms can't be agreed on, if so.
     *
     * @param today   the day on which they are
     * @param started of a plan that runs, its first day
     * @param baseline of a goal
     */
    static Optional<Rejection> refusal(
            PlanTerms terms,
            int today,
            OptionalInt started,
            Evaluation evaluation,
            Function<GoalTerms, Baseline> baseline) {
        return count("goals", terms.goals().size(), 1, MOST_GOALS)
                .or(() -> count("actions", terms.actions().size(), 0, MOST_ACTIONS))
                .or(() -> count("days from check-in to check-in", terms.checkInEvery(), 0, RAREST))
                .or(() -> deadline(terms.deadline(), today, today))
                .or(() -> twice(terms))
                .or(() -> terms.goals().stream()
                        .map(goal -> goal(goal, terms, started.orElse(today), evaluation)
                                .or(() -> numbers(goal, evaluation, baseline.apply(goal))))
                        .flatMap(Optional::stream)
                        .findFirst())
                .or(() -> terms.actions().stream()
                        .map(action -> action(action, List.of(), started.orElse(today)))
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private static Optional<Rejection> count(String what, int count, int least, int most) {
        return count >= least && count <= most
                ? Optional.empty()
                : outOfBounds(count + " " + what, least + " to " + most);
    }

    private static Optional<Rejection> outOfBounds(String detail, String instead) {
        return Optional.of(new Rejection(Rule.OUT_OF_BOUNDS, detail, instead));
    }

    static Optional<Rejection> deadline(int deadline, int after, int today) {
        return deadline > after && deadline <= today + LONGEST
                ? Optional.empty()
                : outOfBounds(
                        "the deadline is " + Days.text(deadline),
                        "a day after " + Days.text(after) + ", up to " + Days.text(today + LONGEST));
    }

    private static Optional<Rejection> twice(PlanTerms terms) {
        Set<String> ids = new HashSet<>();
        for (GoalTerms goal : terms.goals()) {
            if (!ids.add(goal.id())) {
                return outOfBounds("two goals have the id " + goal.id(), "an id of its own for each");
            }
        }
        ids.clear();
        for (ActionTerms action : terms.actions()) {
            if (!ids.add(action.id())) {
                return outOfBounds("two actions have the id " + action.id(), "an id of its own for each");
            }
        }
        return Optional.empty();
    }

    static Optional<Rejection> id(String id) {
        return !id.isBlank() && id.length() <= LONGEST_ID
                ? Optional.empty()
                : outOfBounds("an id has " + id.length() + " characters", "1 to " + LONGEST_ID + ", not all blank");
    }

    private static Optional<Rejection> goal(GoalTerms goal, PlanTerms terms, int start, Evaluation evaluation) {
        return id(goal.id())
                .or(() -> timeframe(goal, terms, start, evaluation))
                .or(() -> target(goal))
                .or(() -> path(goal, terms, start));
    }

    private static Optional<Rejection> timeframe(GoalTerms goal, PlanTerms terms, int start, Evaluation evaluation) {
        return switch (goal.timeframe()) {
            case Timeframe.OfWindow(var window) ->
                evaluation.windows().contains(window)
                        ? Optional.empty()
                        : Optional.of(new Rejection(
                                Rule.NO_SUCH_MEASURE,
                                "the window " + window.id() + " is not kept",
                                "one of "
                                        + evaluation.windows().stream()
                                                .map(kept -> kept.id())
                                                .toList()));
            case Timeframe.OfPeriod period ->
                period.from() <= period.to()
                                && (long) period.to() - period.from() < LONGEST
                                && period.to() > start
                                && period.to() <= terms.deadline()
                        ? Optional.empty()
                        : outOfBounds(
                                "the period is " + period.text(),
                                "at most " + LONGEST + " days that end after " + Days.text(start)
                                        + " and by the deadline, " + Days.text(terms.deadline()));
        };
    }

    private static Optional<Rejection> target(GoalTerms goal) {
        return switch (goal.target()) {
            case Target.Value(BigDecimal value) -> number("target", value);
            case Target.ChangeBy(BigDecimal share) -> number("change", share);
        };
    }

    /** Digits, too: what is written out for a person must not fill the memory. */
    private static Optional<Rejection> number(String what, BigDecimal number) {
        boolean isShort = number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
        return isShort && number.abs().compareTo(LARGEST) <= 0
                ? Optional.empty()
                : outOfBounds(
                        "a " + what + " has " + number.precision() + " digits and the scale " + number.scale(),
                        "a number up to " + LARGEST.toPlainString() + " with at most " + MOST_DIGITS + " digits");
    }

    private static Optional<Rejection> path(GoalTerms goal, PlanTerms terms, int start) {
        int first = goal.timeframe() instanceof Timeframe.OfPeriod period ? Math.max(start, period.from() - 1) : start;
        int last = goal.timeframe() instanceof Timeframe.OfPeriod period ? period.to() : terms.deadline();
        int before = first;
        for (Point point : goal.path()) {
            if (point.day() <= before || point.day() >= last) {
                return outOfBounds(
                        "a milestone is on " + Days.text(point.day()),
                        "milestones in order of days after " + Days.text(first) + " and before " + Days.text(last));
            }
            Optional<Rejection> number = number("milestone", point.value());
            if (number.isPresent()) {
                return number;
            }
            before = point.day();
        }
        return count("milestones", goal.path().size(), 0, MOST_POINTS);
    }

    private static Optional<Rejection> numbers(GoalTerms goal, Evaluation evaluation, Baseline baseline) {
        if (Goal.of(goal, baseline).isAllowance()) {
            return Optional.of(new Rejection(
                    Rule.NO_SUCH_MEASURE,
                    goal.kpi().title() + " over a fixed period: less is better, so nothing done would reach it at once",
                    "a window, such as "
                            + evaluation.windows().stream()
                                    .map(kept -> kept.id())
                                    .findFirst()
                                    .orElse("30d")));
        }
        if (baseline.value().isEmpty()) {
            return Optional.of(new Rejection(
                    Rule.NO_DATA,
                    "there are no data for " + goal.kpi().id() + ", "
                            + goal.timeframe().text() + ", on " + Days.text(baseline.day()),
                    "a KPI and timeframe of which the rep has a value"));
        }
        return Goal.of(goal, baseline).improves()
                ? Optional.empty()
                : Optional.of(new Rejection(
                        Rule.NO_IMPROVEMENT,
                        "the target of " + goal.id() + " is no better than where it starts, "
                                + Goal.decimal(baseline.value()).toPlainString(),
                        goal.kpi().better() == Kpi.Better.UP ? "a higher one" : "a lower one"));
    }

    /** The baseline: of a window on the evaluated day; of a fixed period, that of as many days before it. */
    static Baseline baseline(GoalTerms goal, Evaluation evaluation) {
        Figures.Evaluated figures = new Figures.Evaluated(evaluation);
        int day = evaluation.day();
        Timeframe timeframe = goal.timeframe();
        if (timeframe instanceof Timeframe.OfPeriod period) {
            day = Math.min(day, period.from() - 1);
            timeframe = new Timeframe.OfPeriod(day - period.days() + 1, day);
        }
        boolean isKept = !(timeframe instanceof Timeframe.OfPeriod before) || before.from() >= evaluation.firstDay();
        return isKept
                ? new Baseline(
                        day, figures.value(goal.kpi(), timeframe, day), figures.market(goal.kpi(), timeframe, day))
                : new Baseline(day, KpiValue.NONE, OptionalDouble.empty());
    }

    static Optional<Rejection> action(ActionTerms action, List<ActionTerms> others, int from) {
        if (others.size() >= MOST_ACTIONS) {
            return outOfBounds("there are " + others.size() + " actions", "at most " + MOST_ACTIONS);
        }
        if (others.stream().anyMatch(other -> other.id().equals(action.id()))) {
            return outOfBounds("there is an action " + action.id(), "an id of its own");
        }
        return id(action.id())
                .or(() -> id(action.owner()))
                .or(() -> action.due() >= from && action.due() <= from + LONGEST
                        ? Optional.empty()
                        : outOfBounds(
                                "the action " + action.id() + " is due on " + Days.text(action.due()),
                                "a day from " + Days.text(from) + " to " + Days.text(from + LONGEST)));
    }
}
