package io.upswing.core.plans;

import io.upswing.core.evaluation.Amounts;
import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.KpiValue;
import io.upswing.core.plans.PlanTerms.GoalTerms;
import io.upswing.core.plans.PlanTerms.Point;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A goal with its baseline: what it asks for, in numbers.
 *
 * @param target in the KPI's unit
 */
record Goal(GoalTerms terms, Baseline baseline, BigDecimal target) {
    private static final int MILESTONE_DAYS = 30;

    static Goal of(GoalTerms terms, Baseline baseline) {
        return new Goal(terms, baseline, terms.target().over(decimal(baseline.value())));
    }

    static BigDecimal decimal(KpiValue value) {
        return value.isEmpty() ? BigDecimal.ZERO : value.scaledDown(0);
    }

    Kpi kpi() {
        return terms.kpi();
    }

    private boolean isUp() {
        return kpi().better() == Kpi.Better.UP;
    }

    /** Whether the target is better than the baseline, and than where its path begins. */
    boolean improves() {
        return isBetter(target, decimal(baseline.value())) && isBetter(target, begin());
    }

    boolean isBetter(BigDecimal one, BigDecimal other) {
        int order = one.compareTo(other);
        return isUp() ? order > 0 : order < 0;
    }

    /** Whether it asks to add up little over a fixed period: that is reached before anything has happened. */
    boolean isAllowance() {
        return isAddedUp() && !isUp();
    }

    boolean isReachedBy(KpiValue value) {
        return reaches(value, target);
    }

    boolean reaches(KpiValue value, BigDecimal asked) {
        if (value.isEmpty()) {
            return false;
        }
        int order = Amounts.compare(value, asked);
        return isUp() ? order >= 0 : order <= 0;
    }

    /** Where its path begins: at the baseline; what is added up over a fixed period begins at nothing. */
    BigDecimal begin() {
        return isAddedUp() ? BigDecimal.ZERO : decimal(baseline.value());
    }

    private boolean isAddedUp() {
        return terms.timeframe() instanceof Timeframe.OfPeriod && kpi().addsUp();
    }

    /** The share of the way from begin to target; above 1 beyond it, below 0 behind it. */
    double fraction(BigDecimal value) {
        return value.subtract(begin())
                .divide(target.subtract(begin()), MathContext.DECIMAL64)
                .doubleValue();
    }

    /** Whether another goal measures the same: then its baseline stands. */
    boolean measures(GoalTerms other) {
        return terms.id().equals(other.id())
                && kpi() == other.kpi()
                && terms.timeframe().equals(other.timeframe());
    }

    /** The milestones of a plan that begins and ends on some days: as given, or one every 30 days on a straight line. */
    List<Point> milestones(int start, int deadline) {
        if (!terms.path().isEmpty()) {
            return terms.path();
        }
        List<Point> points = new ArrayList<>();
        for (int day = first(start) + MILESTONE_DAYS; day < last(deadline); day += MILESTONE_DAYS) {
            if (day > start) {
                points.add(new Point(day, expected(day, start, deadline, List.of())));
            }
        }
        return points;
    }

    /** Milestones that nobody has given, continued on the path up to a later deadline. */
    List<Point> continued(List<Point> milestones, int start, int today, int deadline) {
        if (!terms.path().isEmpty()) {
            return milestones;
        }
        List<Point> points = new ArrayList<>(milestones);
        int from = milestones.isEmpty() ? first(start) : milestones.getLast().day();
        for (int day = from + MILESTONE_DAYS; day < last(deadline); day += MILESTONE_DAYS) {
            if (day >= today) {
                points.add(new Point(day, expected(day, start, deadline, milestones)));
            }
        }
        return points;
    }

    /** The value on the path on a day. */
    BigDecimal expected(int day, int start, int deadline, List<Point> milestones) {
        TreeMap<Integer, BigDecimal> path = new TreeMap<>();
        path.put(first(start), begin());
        milestones.forEach(point -> path.put(point.day(), point.value()));
        path.put(last(deadline), target);
        Map.Entry<Integer, BigDecimal> from = path.floorEntry(day);
        Map.Entry<Integer, BigDecimal> to = path.higherEntry(day);
        if (from == null || to == null) {
            return from == null ? begin() : from.getValue();
        }
        BigDecimal share = BigDecimal.valueOf(day - from.getKey())
                .divide(BigDecimal.valueOf(to.getKey() - from.getKey()), MathContext.DECIMAL64);
        BigDecimal step = to.getValue().subtract(from.getValue());
        return from.getValue().add(step.multiply(share, MathContext.DECIMAL64));
    }

    /** The day on which its path begins: that before a fixed period. */
    private int first(int start) {
        return terms.timeframe() instanceof Timeframe.OfPeriod period ? period.from() - 1 : start;
    }

    private int last(int deadline) {
        return terms.timeframe() instanceof Timeframe.OfPeriod period ? period.to() : deadline;
    }
}
