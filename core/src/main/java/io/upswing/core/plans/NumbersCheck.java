package io.upswing.core.plans;

import io.upswing.core.command.Rejection;
import io.upswing.core.command.Rejection.Rule;
import io.upswing.core.evaluation.Evaluation;
import io.upswing.core.evaluation.Wording;
import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.Window;
import io.upswing.core.plans.PlanTerms.Point;
import io.upswing.core.time.Days;
import java.math.BigDecimal;
import java.util.Optional;

/** Which goals make sense, by their numbers. */
final class NumbersCheck {
    private final Goal goal;
    private final Evaluation evaluation;
    private final Wording wording;

    private NumbersCheck(Goal goal, Evaluation evaluation, Wording wording) {
        this.goal = goal;
        this.evaluation = evaluation;
        this.wording = wording;
    }

    /** Why a goal can't be agreed on, if so. */
    static Optional<Rejection> refusal(Goal goal, Evaluation evaluation, Wording wording) {
        NumbersCheck check = new NumbersCheck(goal, evaluation, wording);
        return check.measure()
                .or(check::data)
                .or(check::target)
                .or(check::improvement)
                .or(check::milestones);
    }

    private Optional<Rejection> measure() {
        if (goal.isAllowance()) {
            return reject(
                    Rule.NO_SUCH_MEASURE,
                    goal.kpi().title() + " over a fixed period: less is better, so nothing done would reach it at once",
                    "a window, such as "
                            + evaluation.windows().stream()
                                    .map(Window::id)
                                    .findFirst()
                                    .orElse("30d"));
        }
        boolean isAnew = goal.terms().timeframe() instanceof Timeframe.OfWindow(var window)
                && !(window instanceof Window.Rolling);
        return isAnew && goal.terms().target() instanceof Target.ChangeBy
                ? reject(
                        Rule.NO_SUCH_MEASURE,
                        "a change over "
                                + goal.terms().timeframe().text()
                                + ": it begins anew with each period, so it starts from the days that this one has so far",
                        "a window of so many days, such as 30d, or a value as the target")
                : Optional.empty();
    }

    private Optional<Rejection> data() {
        return goal.baseline().value().isEmpty()
                ? reject(
                        Rule.NO_DATA,
                        "there are no data for " + goal.kpi().id() + ", "
                                + goal.terms().timeframe().text() + ", on "
                                + Days.text(goal.baseline().day()),
                        "a KPI and timeframe of which the rep has a value")
                : Optional.empty();
    }

    private Optional<Rejection> target() {
        // A change of a count needn't come to a whole one.
        boolean isWhole = goal.terms().target() instanceof Target.ChangeBy || isWhole(goal.target());
        return isPossible(goal.target()) && isWhole
                ? Optional.empty()
                : reject(
                        Rule.OUT_OF_BOUNDS,
                        "the target of " + goal.terms().id() + " is " + text(goal.target()),
                        "for " + goal.kpi().id() + " " + possible());
    }

    private Optional<Rejection> improvement() {
        return goal.improves()
                ? Optional.empty()
                : reject(
                        Rule.NO_IMPROVEMENT,
                        "the target of " + goal.terms().id() + " is no better than where it starts, "
                                + wording.value(goal.kpi(), goal.baseline().value()),
                        goal.kpi().better() == Kpi.Better.UP ? "a higher one" : "a lower one");
    }

    private Optional<Rejection> milestones() {
        BigDecimal before = goal.begin();
        for (Point point : goal.terms().path()) {
            BigDecimal value = point.value();
            if (!isPossible(value) || !isWhole(value)) {
                return reject(
                        Rule.OUT_OF_BOUNDS,
                        milestone(point),
                        "for " + goal.kpi().id() + " " + possible());
            }
            if (goal.isBetter(before, value) || goal.isBetter(value, goal.target())) {
                return reject(
                        Rule.OUT_OF_BOUNDS,
                        milestone(point),
                        "from " + text(before) + ", where it starts or the milestone before is, to the target, "
                                + text(goal.target()));
            }
            before = value;
        }
        return Optional.empty();
    }

    private String milestone(Point point) {
        return "the milestone of " + Days.text(point.day()) + " is " + text(point.value());
    }

    private String text(BigDecimal value) {
        return wording.value(goal.kpi(), value);
    }

    private boolean isPossible(BigDecimal value) {
        return value.signum() >= 0 && (!goal.kpi().isShare() || value.compareTo(BigDecimal.ONE) <= 0);
    }

    private boolean isWhole(BigDecimal value) {
        return goal.kpi().unit() != Kpi.Unit.COUNT || value.stripTrailingZeros().scale() <= 0;
    }

    private String possible() {
        if (goal.kpi().isShare()) {
            return "a share of 1, from 0 to 1: 80 % is 0.8";
        }
        return goal.kpi().unit() == Kpi.Unit.COUNT ? "a whole number, 0 or more" : "0 or more";
    }

    private static Optional<Rejection> reject(Rule rule, String detail, String instead) {
        return Optional.of(new Rejection(rule, detail, instead));
    }
}
