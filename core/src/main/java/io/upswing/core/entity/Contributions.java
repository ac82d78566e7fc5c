package io.upswing.core.entity;

import io.upswing.core.entity.DealState.Share;
import io.upswing.core.kpi.Sums;
import io.upswing.core.source.SourceOrder;
import java.util.List;
import java.util.SortedMap;

/**
 * What one entity adds to which rep on which day: for those who ask which deals are behind a figure, or compare them with
 * what a CRM says now.
 *
 * @param reportingCurrency ISO 4217
 * @param staleAfterDays    how long a deal is open until it is stale
 */
public record Contributions(String reportingCurrency, CreditPolicy policy, int staleAfterDays) {
    private static final SourceOrder ANY = new SourceOrder(1, 0, "");

    /** Of a deal, as merged. */
    public SortedMap<Place, Sums> of(Deal deal) {
        return new DealFacts(reportingCurrency, policy, staleAfterDays).of(deal);
    }

    /** Of an activity, as merged. */
    public SortedMap<Place, Sums> of(Activity activity) {
        return ActivityFacts.of(activity);
    }

    /**
     * Of a deal's whole state by itself.
     *
     * @param credited who has the credit; empty: whom the state says
     */
    public SortedMap<Place, Sums> of(DealState state, List<Share> credited) {
        Deal deal = Deal.UNKNOWN.merge(ANY, "", new DealChange.Whole(state));
        DealFacts facts = new DealFacts(reportingCurrency, policy, staleAfterDays);
        return credited.isEmpty() ? facts.of(deal) : facts.of(deal, credited);
    }

    /** Of an activity's whole state by itself. */
    public SortedMap<Place, Sums> of(ActivityState state) {
        return ActivityFacts.of(Activity.UNKNOWN.merge(ANY, "", new ActivityChange.Whole(state)));
    }

    /** The reps who have the credit for a deal, with their shares; never empty. */
    public List<Share> credited(Deal deal) {
        return Credit.of(deal, policy);
    }
}
