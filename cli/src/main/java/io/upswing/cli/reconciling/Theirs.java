package io.upswing.cli.reconciling;

import io.upswing.app.avro.ActivityEvents;
import io.upswing.app.avro.DealEvents;
import io.upswing.core.entity.ActivityChange;
import io.upswing.core.entity.Contributions;
import io.upswing.core.entity.CreditPolicy;
import io.upswing.core.entity.DealChange;
import io.upswing.core.entity.DealState;
import io.upswing.core.entity.DealState.Share;
import io.upswing.core.entity.Place;
import io.upswing.core.kpi.Sums;
import io.upswing.core.time.OrganizationZone;
import io.upswing.producers.csv.Export;
import io.upswing.producers.csv.ImportRecord;
import io.upswing.producers.csv.Mapping;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/**
 * What the export's rows add to which rep on which day, were they imported now.
 *
 * @param deals      by id
 * @param activities by id
 */
record Theirs(Map<String, SortedMap<Place, Sums>> deals, Map<String, SortedMap<Place, Sums>> activities) {
    private static final String DELETED = "deleted";
    private static final String MERGED = "merged";

    static Theirs of(Mapping mapping, Export export, Ours ours) {
        OrganizationZone zone = new OrganizationZone(mapping.zone());
        DealEvents dealEvents = new DealEvents(zone);
        ActivityEvents activityEvents = new ActivityEvents(zone);
        Contributions contributions = new Contributions(mapping.currency(), ours.credit(), ours.staleAfterDays());
        Theirs theirs = new Theirs(new HashMap<>(), new HashMap<>());
        export.entities().forEach(record -> {
            switch (record) {
                case ImportRecord.OfDeal deal -> {
                    if (dealEvents.change(deal.event()) instanceof DealChange.Whole(DealState state)) {
                        theirs.deals.put(deal.key(), contributions.of(state, credited(deal.key(), state, ours)));
                    }
                }
                case ImportRecord.OfActivity activity -> {
                    if (activityEvents.change(activity.event()) instanceof ActivityChange.Whole(var state)) {
                        theirs.activities.put(activity.key(), contributions.of(state));
                    }
                }
                default -> throw new IllegalStateException("no entity: " + record);
            }
        });
        theirs.addWhatIsNotTheExports(mapping, export, ours);
        return theirs;
    }

    /**
     * Who would have the credit: a closed deal that is handed over stays where it was. Shares go, since an export knows of
     * none and states the whole deal. Empty: whom the state says.
     */
    private static List<Share> credited(String id, DealState state, Ours ours) {
        Entity known = ours.deals().get(id);
        if (known == null) {
            return List.of();
        }
        boolean sameStatus = known.status().equals(state.status().name().toLowerCase(Locale.ROOT));
        boolean keeps = ours.credit() == CreditPolicy.KEEP && sameStatus && state.status() != DealState.Status.OPEN;
        boolean isShared = known.credited().size() > 1;
        return keeps && !isShared ? known.credited() : List.of();
    }

    /** What other sources say, and rows that could not be read, are no difference. What is missing from the export is. */
    private void addWhatIsNotTheExports(Mapping mapping, Export export, Ours ours) {
        ours.deals()
                .forEach((id, deal) -> deals.computeIfAbsent(
                        id, missing -> absent(deal, mapping, mapping.hasDeals(), export.listsDeal(id))));
        ours.activities()
                .forEach((id, activity) -> activities.computeIfAbsent(
                        id, missing -> absent(activity, mapping, mapping.hasActivities(), export.listsActivity(id))));
    }

    private static SortedMap<Place, Sums> absent(Entity entity, Mapping mapping, boolean isMapped, boolean isListed) {
        boolean isGone = entity.status().equals(DELETED) || entity.status().equals(MERGED);
        boolean isTheirs = isMapped && entity.source().equals(mapping.source()) && !isListed && !isGone;
        return isTheirs ? Collections.emptySortedMap() : entity.facts();
    }
}
