package io.upswing.core.plans;

import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.KpiValue;
import io.upswing.core.plans.Plan.Status;
import io.upswing.core.plans.PlanTerms.Point;
import io.upswing.core.plans.PlanWatch.GoalWatch;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How far a plan is, on a day that may still be open: then it is provisional. Values are in the KPI's unit; money in minor
 * units.
 *
 * @param day         up to which it is known
 * @param daysLeft    until the deadline; negative after it; 0 when the plan has ended
 * @param pace        the worst of the goals' paces that last
 * @param actionsDone of so many
 * @param actionsLate open, and due before the day
 * @param nextCheckIn the next one by the rhythm
 */
public record Progress(
        String plan,
        String rep,
        Status status,
        int day,
        OptionalInt started,
        int deadline,
        int daysLeft,
        Pace pace,
        Optional<String> answers,
        List<OfGoal> goals,
        int actions,
        int actionsDone,
        int actionsLate,
        int checkInsHeld,
        int checkInsMissed,
        OptionalInt nextCheckIn,
        Optional<Outcome> outcome) {
    public Progress {
        goals = List.copyOf(goals);
    }

    /**
     * How far a goal is.
     *
     * @param current          empty: no data
     * @param fraction         of the way from where it began to the target
     * @param expected         the value on the path on that day
     * @param expectedFraction the share of the way that is expected by now
     * @param pace             that lasts, decided by evaluations
     * @param paceNow          as it looks now, provisional
     * @param market           of the team without the rep, or the company, as last evaluated
     */
    public record OfGoal(
            String id,
            Kpi kpi,
            String timeframe,
            Baseline baseline,
            KpiValue current,
            BigDecimal target,
            double fraction,
            BigDecimal expected,
            double expectedFraction,
            Pace pace,
            Pace paceNow,
            OptionalInt reachedOn,
            List<OfMilestone> milestones,
            OptionalDouble market) {
        public OfGoal {
            milestones = List.copyOf(milestones);
        }
    }

    /**
     * A milestone.
     *
     * @param met empty: it is still to come
     */
    public record OfMilestone(int day, BigDecimal value, Optional<Boolean> met) {}

    /** The progress of a plan, by the figures of a day. */
    public static Progress of(String id, String rep, Plan plan, PlanWatch watch, Figures figures, int day) {
        List<OfGoal> goals = plan.goals().stream()
                .map(goal -> goal(plan, goal, watch.of(goal.terms().id()), figures, day))
                .toList();
        Pace worst = goals.stream().map(OfGoal::pace).reduce(Pace.AHEAD, Pace::orWorse);
        int done = (int) plan.terms().actions().stream()
                .filter(action -> plan.done(action.id()).isPresent())
                .count();
        int late = (int) plan.terms().actions().stream()
                .filter(action -> plan.done(action.id()).isEmpty() && action.due() < day)
                .count();
        return new Progress(
                id,
                rep,
                plan.status(),
                day,
                plan.started(),
                plan.terms().deadline(),
                plan.status().isOpen() ? plan.terms().deadline() - day : 0,
                worst,
                plan.terms().answers(),
                goals,
                plan.terms().actions().size(),
                done,
                late,
                plan.checkInsHeld().size(),
                plan.checkInsMissed().size(),
                plan.status() == Status.ACTIVE ? plan.checkInAfter(day - 1) : OptionalInt.empty(),
                plan.end().filter(end -> plan.isCompleted()).map(Detail.End::decided));
    }

    private static OfGoal goal(Plan plan, Goal goal, Optional<GoalWatch> seen, Figures figures, int day) {
        String name = goal.terms().id();
        KpiValue current = figures.value(goal.kpi(), goal.terms().timeframe(), day);
        BigDecimal expected = expected(plan, goal, day);
        return new OfGoal(
                name,
                goal.kpi(),
                goal.terms().timeframe().text(),
                goal.baseline(),
                current,
                goal.target(),
                current.isEmpty() ? 0 : goal.fraction(Goal.decimal(current)),
                expected,
                goal.fraction(expected),
                plan.pace(name),
                pace(plan, goal, current, day),
                plan.reached(name),
                plan.milestones(name).stream()
                        .map(point -> milestone(plan, name, point))
                        .toList(),
                seen.map(GoalWatch::market).orElse(OptionalDouble.empty()));
    }

    private static OfMilestone milestone(Plan plan, String goal, Point point) {
        return new OfMilestone(
                point.day(),
                point.value(),
                Optional.ofNullable(plan.passed(goal).get(point.day())));
    }

    private static BigDecimal expected(Plan plan, Goal goal, int day) {
        String name = goal.terms().id();
        return plan.started().isEmpty()
                ? goal.begin()
                : goal.expected(day, plan.started().getAsInt(), plan.terms().deadline(), plan.milestones(name));
    }

    /** Without hysteresis. */
    static Pace pace(Plan plan, Goal goal, KpiValue value, int day) {
        double fraction = value.isEmpty() ? 0 : goal.fraction(Goal.decimal(value));
        return Pace.of(fraction, goal.fraction(expected(plan, goal, day)));
    }
}
