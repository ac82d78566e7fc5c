package io.upswing.core.plans;

import io.upswing.core.kpi.KpiValue;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/** What outcome the numbers suggest: met if every goal is, partly met from half of the way on average, else not met. */
final class Suggestion {
    private static final double HALF = 0.5;

    private Suggestion() {}

    /** By the figures of a day; after the deadline by those of the deadline. */
    static Detail.End of(Plan plan, Figures figures, int today) {
        int day = Math.min(today, plan.terms().deadline());
        SortedMap<String, Double> attainments = new TreeMap<>();
        boolean all = true;
        double sum = 0;
        for (Goal goal : plan.goals()) {
            KpiValue value = figures.value(goal.kpi(), goal.terms().timeframe(), day);
            double way = value.isEmpty() ? 0 : goal.fraction(Goal.decimal(value));
            attainments.put(goal.terms().id(), way);
            all &= goal.isReachedBy(value);
            sum += Math.clamp(way, 0, 1);
        }
        boolean isPart = sum / plan.goals().size() >= HALF;
        Outcome suggested = all ? Outcome.MET : isPart ? Outcome.PARTLY_MET : Outcome.NOT_MET;
        return new Detail.End(suggested, suggested, attainments);
    }

    /** With the arithmetic. */
    static String sentence(Plan plan, Detail.End end) {
        StringJoiner parts = new StringJoiner(", ");
        plan.goals()
                .forEach(goal -> parts.add(goal.kpi().title() + " "
                        + Math.round(100
                                * end.attainments().getOrDefault(goal.terms().id(), 0.0)) + " % of the way"));
        return end.suggested().id() + ": " + parts + ".";
    }
}
