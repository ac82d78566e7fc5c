package io.upswing.core.entity;

import io.upswing.core.entity.DealState.Status;
import io.upswing.core.entity.EntityKind.Condition;
import io.upswing.core.source.Bounds;
import io.upswing.core.source.Refusal;
import io.upswing.core.source.SourceOrder;
import io.upswing.core.time.DayGate;
import io.upswing.core.time.Watermarks.Input;
import io.upswing.core.time.Watermarks.Source;
import java.util.List;
import java.util.Optional;

/**
 * Keyed by entity id. Merges each change into the entity's state and emits the difference between the facts of the new
 * state and of the old: corrected, reopened, re-dated, reassigned or deleted, it is always 'old facts out, new facts in'.
 * Entities don't see each other, so nothing waits here; the gate only counts the days.
 */
public final class EntityStage {
    /** The input of deals. */
    public static final String DEALS = "crm.deals";
    /** The input of activities. */
    public static final String ACTIVITIES = "crm.activities";

    private final DayGate<Void> gate;
    private final EntityOutput output;
    private final ChangeBounds bounds;
    private final EntityKind<Deal> deals;
    private final EntityKind<Activity> activities;

    /**
     * What results depend on.
     *
     * @param reportingCurrency ISO 4217
     * @param staleAfterDays    a deal that is open for longer is stale; 1 to 3650
     */
    public record Settings(String reportingCurrency, CreditPolicy credit, Bounds bounds, int staleAfterDays) {
        private static final int MOST_DAYS = 3_650;

        public Settings {
            if (staleAfterDays < 1 || staleAfterDays > MOST_DAYS) {
                throw new IllegalArgumentException(
                        "a deal turns stale after 1 to " + MOST_DAYS + " days, not " + staleAfterDays);
            }
        }
    }

    public EntityStage(EntityStores stores, EntityOutput output, Settings settings) {
        gate = new DayGate<>(List.of(new Input(DEALS, false), new Input(ACTIVITIES, false)), stores.gate());
        this.output = output;
        bounds = new ChangeBounds(settings.bounds());
        DealFacts facts = new DealFacts(settings.reportingCurrency(), settings.credit(), settings.staleAfterDays());
        deals = new EntityKind<>(
                "deal",
                stores.deals(),
                facts::of,
                deal -> condition(deal, settings.reportingCurrency()),
                stores.quality(),
                output);
        activities = new EntityKind<>(
                "activity", stores.activities(), ActivityFacts::of, EntityStage::condition, stores.quality(), output);
    }

    private static Condition condition(Deal deal, String currency) {
        boolean isThere = deal.status()
                .map(status -> status != Status.DELETED && status != Status.MERGED)
                .orElse(false);
        return new Condition(deal.spoken().source().value(), isThere, Oddity.of(deal, currency));
    }

    private static Condition condition(Activity activity) {
        return new Condition(activity.spoken().source().value(), activity.isThere(), Oddity.of(activity));
    }

    /**
     * Takes a change of a deal.
     *
     * @param partition of the input from which it comes
     * @param source    which system says it; empty where it does not say
     * @return why it was not taken, if so
     */
    public Optional<Refusal> deal(int partition, String id, SourceOrder order, String source, DealChange change) {
        int k = gate.recordedDate(new Source(DEALS, partition));
        Optional<Refusal> refusal = bounds.refusal(change, k);
        if (refusal.isEmpty()) {
            deals.change(id, k, deal -> deal.merge(order, source, change));
        }
        return refusal;
    }

    /** Takes a change of an activity, likewise. */
    public Optional<Refusal> activity(
            int partition, String id, SourceOrder order, String source, ActivityChange change) {
        int k = gate.recordedDate(new Source(ACTIVITIES, partition));
        Optional<Refusal> refusal = bounds.refusal(change, k);
        if (refusal.isEmpty()) {
            activities.change(id, k, activity -> activity.merge(order, source, change));
        }
        return refusal;
    }

    /** Takes a watermark: the partition of the input has closed all days up to this one. */
    public void watermark(String input, int partition, int day) {
        gate.say(new Source(input, partition), day, 1);
        gate.openFirstDay();
        while (gate.mayClose()) {
            output.dayClosed(gate.openDay());
            gate.close();
        }
    }

    /** The gate, for those who ask which day is open. */
    public DayGate<Void> gate() {
        return gate;
    }
}
