package io.upswing.core.evaluation;

import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.Sums;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What was learned on one day of earlier days, from one entity.
 *
 * @param entity kind and id: {@code deal:D-7}
 * @param days   what it added to the rep's panes, by event date; not empty
 */
public record Correction(String entity, SortedMap<Integer, Sums> days) {
    /** So many entities an event names at most: it must fit into a record, however many were corrected on a day. */
    public static final int MOST_NAMED = 100;

    public Correction {
        days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
    }

    /**
     * Whether it may have moved a KPI.
     *
     * @param flowsFrom the first day whose flows count
     * @param from      the first day up to which the KPI is read
     * @param to        the last
     */
    public boolean moves(Kpi kpi, int flowsFrom, int from, int to) {
        boolean isRecency = kpi.measures().stream().anyMatch(of -> of.kind() == Measure.Kind.RECENCY);
        return moves(kpi.measures()::contains, flowsFrom, from, to)
                || (isRecency && moves(measure -> measure == Measure.ACTIVITIES, Integer.MIN_VALUE, from, to));
    }

    /** Whether it may have moved what is made of some measures: flows of the days that count, balances where they are read. */
    public boolean moves(Predicate<Measure> measures, int flowsFrom, int from, int to) {
        SortedMap<Integer, Sums> known = days.headMap(to + 1);
        boolean isFlow = known.tailMap(flowsFrom).values().stream()
                .anyMatch(sums -> !sums.flows().only(measures).isZero());
        return isFlow || movesBalance(known, measures, from);
    }

    /** What it adds on one day and takes on another is no balance any more from then on. */
    private static boolean movesBalance(SortedMap<Integer, Sums> known, Predicate<Measure> measures, int from) {
        Sums balance = Sums.ZERO;
        for (Map.Entry<Integer, Sums> day : known.entrySet()) {
            if (day.getKey() > from && !balance.isZero()) {
                return true;
            }
            balance = balance.plus(day.getValue().balances().only(measures));
        }
        return !balance.isZero();
    }
}
