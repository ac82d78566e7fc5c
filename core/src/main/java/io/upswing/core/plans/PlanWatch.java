package io.upswing.core.plans;

import io.upswing.core.kpi.KpiValue;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a plan remembers from close to close beside its events, by goal. Immutable. */
public record PlanWatch(SortedMap<String, GoalWatch> goals) {
    /** Nothing seen yet. */
    public static final PlanWatch NEW = new PlanWatch(new TreeMap<>());

    public PlanWatch {
        goals = Collections.unmodifiableSortedMap(new TreeMap<>(goals));
    }

    /**
     * What the last evaluation has seen of a goal.
     *
     * @param day       evaluated
     * @param value     of the rep
     * @param market    of the team, or the company
     * @param candidate a pace other than the one that lasts; empty: there is none
     * @param closes    for how many closes in a row
     */
    public record GoalWatch(int day, KpiValue value, OptionalDouble market, Optional<Pace> candidate, int closes) {}

    /** What was seen of a goal. */
    public Optional<GoalWatch> of(String goal) {
        return Optional.ofNullable(goals.get(goal));
    }
}
