package io.upswing.producers.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Finds what a source has published and a full export of it does not list any more. */
final class Missing {
    private Missing() {}

    /**
     * The deletions, in the order of ids. What is gone already, what another source alone has published, and what was said
     * later than the export is, is left alone.
     *
     * @param kind of what, as event ids begin
     * @param published what was said last, by id
     * @param versioned whether the source's rows have versions of their own
     * @param event makes a deletion's record of its id and place
     */
    static List<ImportRecord> deletions(
            String kind,
            Map<String, LastChange> published,
            EntityIds listed,
            RestatedEvents events,
            boolean versioned,
            BiFunction<String, LastChange.Order, ImportRecord> event) {
        List<ImportRecord> deletions = new ArrayList<>();
        new TreeMap<>(published).forEach((id, last) -> {
            LastChange.Order order = events.deletion(kind, id, last, versioned);
            // By its time too: a version made of the export's time stands above all that have none.
            boolean isNewer = order.compareTo(last.order()) > 0
                    && !last.order().occurredAt().isAfter(order.occurredAt());
            if (last.bySource() && !last.gone() && !listed.contains(id) && isNewer) {
                deletions.add(event.apply(id, order));
            }
        });
        return deletions;
    }
}
