package io.upswing.core.issues;

import io.upswing.core.evaluation.Evaluation;
import io.upswing.core.evaluation.Market;
import io.upswing.core.issues.Evidence.Mover;
import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.OrgUnit;
import io.upswing.core.kpi.Sums;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** What is put beside a value when an issue is raised on it: the market, and the days that moved it most. */
final class Surroundings {
    private static final int MOST_MOVERS = 5;

    private Surroundings() {}

    static Evidence of(Evidence evidence, Form form, Evaluation evaluation) {
        Optional<Kpi> kpi = form.kpi();
        if (kpi.isEmpty()) {
            return evidence;
        }
        OptionalDouble market = evidence.kpi()
                .map(measured -> Market.value(
                        measured, evaluation, OrgUnit.COMPANY, evidence.from(), evidence.to(), form::shows))
                .orElse(OptionalDouble.empty());
        return evidence.withMarket(market, movers(kpi.get(), evidence, evaluation));
    }

    /** The days of the window with the largest amounts, either way; the earlier of two that are equal. */
    private static List<Mover> movers(Kpi kpi, Evidence evidence, Evaluation evaluation) {
        List<Mover> movers = new ArrayList<>();
        for (int day = evidence.from(); day <= evidence.to(); day++) {
            Sums pane = evaluation.own(day);
            for (Measure measure : kpi.measures()) {
                long amount = measure.isHistogram() ? 0 : pane.get(measure);
                if (amount != 0 && measure.kind() != Measure.Kind.RECENCY) {
                    movers.add(new Mover(day, measure.name().toLowerCase(Locale.ROOT), amount));
                }
            }
        }
        movers.sort(Comparator.comparingLong((Mover mover) -> Math.abs(mover.amount()))
                .reversed()
                .thenComparingInt(Mover::day)
                .thenComparing(Mover::measure));
        return movers.subList(0, Math.min(MOST_MOVERS, movers.size()));
    }
}
