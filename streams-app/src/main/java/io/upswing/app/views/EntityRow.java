package io.upswing.app.views;

import io.upswing.core.entity.DealState.Share;
import io.upswing.core.entity.Place;
import io.upswing.core.kpi.Sums;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A deal or an activity as merged, and what it adds to KPIs.
 *
 * @param source   which system spoke of it last; empty where it did not say
 * @param status   in lower case, such as {@code won} or {@code deleted}; empty where no change has said one
 * @param credited who has the credit
 * @param facts    what it adds to which rep on which day
 */
public record EntityRow(
        String id,
        String source,
        String status,
        Optional<String> owner,
        List<Share> credited,
        SortedMap<Place, Sums> facts) {
    public EntityRow {
        credited = List.copyOf(credited);
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }
}
