package io.upswing.cli.reconciling;

import io.upswing.core.entity.DealState.Share;
import io.upswing.core.entity.Place;
import io.upswing.core.kpi.Sums;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A deal or an activity as the app has it.
 *
 * @param kind   {@code deal} or {@code activity}
 * @param source which system spoke of it last
 * @param status in lower case
 * @param facts  what it adds to which rep on which day
 */
record Entity(
        String kind,
        String id,
        String source,
        String status,
        Optional<String> owner,
        List<Share> credited,
        SortedMap<Place, Sums> facts) {}
