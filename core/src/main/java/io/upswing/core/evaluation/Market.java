package io.upswing.core.evaluation;

import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.OrgUnit;
import io.upswing.core.kpi.Sums;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** KPIs of a unit without the rep. */
public final class Market {
    private Market() {}

    /**
     * A KPI over some days.
     *
     * @param shows which balances count: the quota of a month or quarter only where the days are of it
     * @return empty: no data; also where a KPI is about the last activity, of which a unit's sums say nothing
     */
    public static OptionalDouble value(
            Kpi kpi, Evaluation evaluation, OrgUnit unit, int from, int to, Predicate<Measure> shows) {
        if (from > to) {
            return OptionalDouble.empty();
        }
        Sums flows = evaluation.marketFlows(unit, from, to);
        Sums sums = flows.plus(evaluation.marketBalance(unit).only(shows));
        boolean isAge = kpi.measures().stream().allMatch(measure -> measure.kind() == Measure.Kind.RECENCY);
        return sums.isZero() || isAge
                ? OptionalDouble.empty()
                : kpi.of(sums.plus(active(flows))).value();
    }

    /** Counts of activities ask whether there is a source. */
    private static Sums active(Sums flows) {
        return flows.get(Measure.ACTIVITIES) > 0
                ? new Sums.Builder().add(Measure.ACTIVITY_AGE, 1).build()
                : Sums.ZERO;
    }
}
