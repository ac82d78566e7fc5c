package io.upswing.core.entity;

import io.upswing.core.entity.DealFacts.Place;
import io.upswing.core.entity.DealState.Share;
import io.upswing.core.kpi.Sums;
import io.upswing.core.source.Bounds;
import io.upswing.core.source.Refusal;
import io.upswing.core.source.Refusal.Reason;
import io.upswing.core.source.SourceOrder;
import io.upswing.core.time.DayGate;
import io.upswing.core.time.GateStore;
import io.upswing.core.time.Watermarks.Input;
import io.upswing.core.time.Watermarks.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keyed by entity id. Merges each change into the entity's state and emits the difference between the facts of the new
 * state and of the old: corrected, reopened, re-dated, reassigned or deleted, it is always 'old facts out, new facts in'.
 * Entities don't see each other, so nothing waits here; the gate only counts the days.
 */
public final class EntityStage {
    /** The input of deals. */
    public static final String DEALS = "crm.deals";

    /** Tenfold credit: times the largest amount it still fits 64 bits. */
    private static final long MAX_SHARES = 100_000;

    private final Deals deals;
    private final DayGate<Void> gate;
    private final EntityOutput output;
    private final Bounds bounds;
    private final DealFacts facts;

    /**
     * What results depend on.
     *
     * @param reportingCurrency ISO 4217
     */
    public record Settings(String reportingCurrency, CreditPolicy credit, Bounds bounds) {}

    public EntityStage(Deals deals, GateStore<Void> gate, EntityOutput output, Settings settings) {
        this.deals = deals;
        this.gate = new DayGate<>(List.of(new Input(DEALS, false)), gate);
        this.output = output;
        this.bounds = settings.bounds();
        this.facts = new DealFacts(settings.reportingCurrency(), settings.credit());
    }

    /**
     * Takes a change of a deal.
     *
     * @param partition of the input from which it comes
     * @return why it was not taken, if so
     */
    public Optional<Refusal> deal(int partition, String id, SourceOrder order, DealChange change) {
        int k = gate.recordedDate(new Source(DEALS, partition));
        Optional<Refusal> refusal = refusal(change, k);
        if (refusal.isEmpty()) {
            merge(id, order, change, k);
        }
        return refusal;
    }

    private void merge(String id, SourceOrder order, DealChange change, int k) {
        Deal before = deals.get(id);
        Deal after = before.merge(order, change);
        if (after.equals(before)) {
            return;
        }
        deals.put(id, after);
        emitDifference(facts.of(before), facts.of(after), k);
        Set<Oddity> oddBefore = Oddity.of(before, facts.reportingCurrency());
        Set<Oddity> oddAfter = Oddity.of(after, facts.reportingCurrency());
        if (!oddBefore.equals(oddAfter)) {
            output.oddities(id, oddBefore, oddAfter);
        }
    }

    private void emitDifference(Map<Place, Sums> before, Map<Place, Sums> after, int k) {
        Set<Place> places = new TreeSet<>(before.keySet());
        places.addAll(after.keySet());
        for (Place place : places) {
            Sums delta = after.getOrDefault(place, Sums.ZERO).minus(before.getOrDefault(place, Sums.ZERO));
            if (!delta.isZero()) {
                output.fact(place.rep(), place.day(), k, delta);
            }
        }
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

    private Optional<Refusal> refusal(DealChange change, int k) {
        return switch (change) {
            case DealChange.Whole(DealState state) ->
                refusal(k, state.amount(), state.created(), state.closed(), state.expectedClose(), state.credits());
            case DealChange.Patch patch ->
                refusal(
                        k,
                        patch.amount().map(DealChange.Field::value).orElse(OptionalLong.empty()),
                        patch.created().map(DealChange.Field::value).orElse(OptionalInt.empty()),
                        patch.closed().map(DealChange.Field::value).orElse(OptionalInt.empty()),
                        patch.expectedClose().map(DealChange.Field::value).orElse(OptionalInt.empty()),
                        patch.credits().map(DealChange.Field::value).orElse(List.of()));
            case DealChange.Deleted ignored -> Optional.empty();
            case DealChange.Merged ignored -> Optional.empty();
            case DealChange.Gap ignored -> Optional.empty();
        };
    }

    private Optional<Refusal> refusal(
            int k,
            OptionalLong amount,
            OptionalInt created,
            OptionalInt closed,
            OptionalInt expectedClose,
            List<Share> credits) {
        return (amount.isPresent() ? bounds.amount("amount", amount.getAsLong()) : Optional.<Refusal>empty())
                .or(() -> date("created", created, k))
                .or(() -> date("closed", closed, k))
                .or(() -> date("expectedClose", expectedClose, k))
                .or(() -> shares(credits));
    }

    private Optional<Refusal> date(String field, OptionalInt day, int k) {
        return day.isPresent() ? bounds.date(field, day.getAsInt(), k) : Optional.empty();
    }

    private static Optional<Refusal> shares(List<Share> credits) {
        long sum = credits.stream().mapToLong(Share::basisPoints).sum();
        if (sum > MAX_SHARES) {
            return Optional.of(new Refusal(
                    Reason.SHARE_OUT_OF_BOUNDS,
                    "the shares add up to " + sum + " basis points, not at most " + MAX_SHARES));
        }
        return credits.stream()
                .filter(share -> share.basisPoints() < 1 || share.basisPoints() > 10_000)
                .findFirst()
                .map(share -> new Refusal(
                        Reason.SHARE_OUT_OF_BOUNDS,
                        "the share of " + share.rep() + " is " + share.basisPoints()
                                + " basis points, not 1 to 10000"));
    }
}
