package io.upswing.core.evaluation;

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
}
