package io.upswing.core.plans;

import io.upswing.core.command.Rejection;
import io.upswing.core.command.Rejection.Rule;
import io.upswing.core.evaluation.Evaluation;
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
import java.util.regex.Pattern;

/** Which terms can be agreed on. */
final class TermsCheck {
    private static final int MOST_GOALS = 10;
    private static final int MOST_ACTIONS = 50;
    private static final int MOST_POINTS = 50;
    private static final int LONGEST = 730;
    private static final int RAREST = 90;
    private static final int LONGEST_OWNER = 100;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");
    private static final int MOST_DIGITS = 34;
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(15);

    private TermsCheck() {}

    /**
     * Why terms can't be agreed on, if so.
     *
     * @param today   the day on which they are
     * @param started of a plan that runs, its first day
     * @param numbers why a goal's numbers make no sense, if so
     */
    static Optional<Rejection> refusal(
            PlanTerms terms,
            int today,
            OptionalInt started,
            Evaluation evaluation,
            Function<GoalTerms, Optional<Rejection>> numbers) {
        return count("goals", terms.goals().size(), 1, MOST_GOALS)
                .or(() -> count("actions", terms.actions().size(), 0, MOST_ACTIONS))
                .or(() -> count("days from check-in to check-in", terms.checkInEvery(), 0, RAREST))
                .or(() -> deadline(terms.deadline(), today, today))
                .or(() -> twice(terms))
                .or(() -> terms.goals().stream()
                        .map(goal -> goal(goal, terms, started.orElse(today), evaluation)
                                .or(() -> numbers.apply(goal)))
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

    /** The id that a person chooses for something; it is kept for ever, and isn't repeated here. */
    static Optional<Rejection> id(String what, String id) {
        return ID.matcher(id).matches()
                ? Optional.empty()
                : outOfBounds(
                        "the id of " + what + " is too long, or has other characters than an id has",
                        "1 to 64 letters from a to z, digits, dots, dashes and underscores; the first a letter or digit");
    }

    private static Optional<Rejection> owner(String owner) {
        return !owner.isBlank() && owner.length() <= LONGEST_OWNER
                ? Optional.empty()
                : outOfBounds(
                        "an action's owner has " + owner.length() + " characters",
                        "1 to " + LONGEST_OWNER + ", not all blank");
    }

    private static Optional<Rejection> goal(GoalTerms goal, PlanTerms terms, int start, Evaluation evaluation) {
        return id("a goal", goal.id())
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

    /**
     * The baseline: of a window on the evaluated day; of a whole month or quarter that of the one before; of another fixed
     * period that of as many days before it.
     */
    static Baseline baseline(GoalTerms goal, Evaluation evaluation) {
        Figures.Evaluated figures = new Figures.Evaluated(evaluation);
        int day = evaluation.day();
        Timeframe timeframe = goal.timeframe();
        if (timeframe instanceof Timeframe.OfPeriod period) {
            int last = Math.min(day, period.from() - 1);
            Timeframe.OfPeriod before = period.before(day, evaluation.calendar())
                    .orElseGet(() -> new Timeframe.OfPeriod(last - period.days() + 1, last));
            timeframe = before;
            day = before.to();
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
        return id("an action", action.id())
                .or(() -> owner(action.owner()))
                .or(() -> action.due() >= from && action.due() <= from + LONGEST
                        ? Optional.empty()
                        : outOfBounds(
                                "the action " + action.id() + " is due on " + Days.text(action.due()),
                                "a day from " + Days.text(from) + " to " + Days.text(from + LONGEST)));
    }
}
