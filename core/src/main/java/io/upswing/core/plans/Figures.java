package io.upswing.core.plans;

import io.upswing.core.evaluation.Evaluation;
import io.upswing.core.evaluation.Market;
import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.KpiValue;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.OrgUnit;
import io.upswing.core.kpi.Sums;
import java.util.OptionalDouble;

/** Where a plan's numbers come from: what is live, or what an evaluation sees. */
public interface Figures {
    /** The sums over a timeframe, up to a day. */
    Sums sums(Timeframe timeframe, int day);

    /** The value of a KPI. */
    default KpiValue value(Kpi kpi, Timeframe timeframe, int day) {
        return kpi.of(sums(timeframe, day));
    }

    /** What an evaluation sees. */
    record Evaluated(Evaluation evaluation) implements Figures {
        @Override
        public Sums sums(Timeframe timeframe, int day) {
            return switch (timeframe) {
                case Timeframe.OfWindow(var window) -> evaluation.window(window, day);
                case Timeframe.OfPeriod period -> evaluation.period(period.from(), period.to(), day);
            };
        }

        /** The same KPI of the rep's team without the rep; of the company, where the team has no data. */
        OptionalDouble market(Kpi kpi, Timeframe timeframe, int day) {
            return evaluation.units().stream()
                    .filter(unit -> unit.level() != OrgUnit.Level.REGION)
                    .map(unit -> market(kpi, timeframe, day, unit))
                    .filter(OptionalDouble::isPresent)
                    .findFirst()
                    .orElse(OptionalDouble.empty());
        }

        private OptionalDouble market(Kpi kpi, Timeframe timeframe, int day, OrgUnit unit) {
            return switch (timeframe) {
                case Timeframe.OfWindow(var window) ->
                    Market.value(kpi, evaluation, unit, window.firstDay(day), day, window::shows);
                case Timeframe.OfPeriod period -> {
                    int last = Math.min(day, period.to());
                    // A unit's balances are known of the evaluated day alone.
                    yield last < evaluation.day() && readsBalance(kpi)
                            ? OptionalDouble.empty()
                            : Market.value(
                                    kpi,
                                    evaluation,
                                    unit,
                                    period.from(),
                                    last,
                                    balance -> period.shows(balance, evaluation));
                }
            };
        }

        private static boolean readsBalance(Kpi kpi) {
            return kpi.measures().stream().anyMatch(measure -> measure.kind() == Measure.Kind.BALANCE);
        }
    }
}
