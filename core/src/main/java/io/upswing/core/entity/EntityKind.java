package io.upswing.core.entity;

import io.upswing.core.kpi.Sums;
import io.upswing.core.time.Days;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One kind of entity: applies changes, emits the difference between the facts of the new state and of the old, and keeps
 * count of what is odd.
 */
final class EntityKind<E> {
    private final String name;
    private final Entities<E> entities;
    private final Function<E, SortedMap<Place, Sums>> facts;
    private final Function<E, Condition> condition;
    private final Quality quality;
    private final EntityOutput output;

    /**
     * What is looked at for data quality.
     *
     * @param isThere whether the CRM has the entity
     */
    record Condition(String source, boolean isThere, Set<Oddity> oddities) {}

    EntityKind(
            String name,
            Entities<E> entities,
            Function<E, SortedMap<Place, Sums>> facts,
            Function<E, Condition> condition,
            Quality quality,
            EntityOutput output) {
        this.name = name;
        this.entities = entities;
        this.facts = facts;
        this.condition = condition;
        this.quality = quality;
        this.output = output;
    }

    void change(String id, int k, UnaryOperator<E> merge) {
        E before = entities.get(id);
        E after = merge.apply(before);
        if (after.equals(before)) {
            return;
        }
        entities.put(id, after);
        Condition now = condition.apply(after);
        count(condition.apply(before), now);
        emitDifference(id, facts.apply(before), facts.apply(after), k, now.source());
    }

    private void emitDifference(String id, Map<Place, Sums> before, Map<Place, Sums> after, int k, String source) {
        Set<Place> places = new TreeSet<>(before.keySet());
        places.addAll(after.keySet());
        for (Place place : places) {
            Sums delta = after.getOrDefault(place, Sums.ZERO).minus(before.getOrDefault(place, Sums.ZERO));
            if (!delta.isZero()) {
                output.fact(place.rep(), place.day(), k, delta, name + ":" + id);
                if (k != Days.BEFORE_ALL && place.day() < k) {
                    add(source, Quality.LATE, 1);
                }
            }
        }
    }

    private void count(Condition before, Condition now) {
        if (!before.equals(now)) {
            count(before, -1);
            count(now, 1);
        }
    }

    private void count(Condition condition, int sign) {
        if (condition.isThere()) {
            add(condition.source(), Quality.ALL, sign);
        }
        condition.oddities().forEach(oddity -> add(condition.source(), oddity.id(), sign));
    }

    private void add(String source, String item, int delta) {
        Quality.Key key = new Quality.Key(source, name, item);
        long count = quality.get(key) + delta;
        quality.put(key, count);
        output.quality(key, count);
    }
}
