package io.upswing.core.evaluation;

import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.Sums;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was learned on one day of earlier days, from one entity.
 *
 * @param entity kind and id: {@code deal:D-7}
 * @param days   what it added to the rep's panes, by event date; not empty
 */
public record Correction(String entity, SortedMap<Integer, Sums> days) {
    public Correction {
        days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
    }

    /** Whether it may have moved a KPI of some days. */
    public boolean touches(Kpi kpi, int from, int to) {
        boolean[] touched = {false};
        days.headMap(to + 1)
                .forEach((day, sums) ->
                        sums.forEach((key, amount) -> touched[0] |= counts(Measure.of(key), kpi, day >= from)));
        return touched[0];
    }

    private static boolean counts(Measure measure, Kpi kpi, boolean isInside) {
        boolean isRecency = measure == Measure.ACTIVITIES
                && kpi.measures().stream().anyMatch(of -> of.kind() == Measure.Kind.RECENCY);
        return isRecency || (kpi.measures().contains(measure) && (isInside || measure.kind() == Measure.Kind.BALANCE));
    }
}
