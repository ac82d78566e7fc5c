package io.upswing.core.entity;

import io.upswing.core.entity.ActivityState.Moment;
import io.upswing.core.entity.DealChange.Field;
import io.upswing.core.entity.DealState.Share;
import io.upswing.core.source.Bounds;
import io.upswing.core.source.Refusal;
import io.upswing.core.source.Refusal.Reason;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Which changes are out of bounds. */
record ChangeBounds(Bounds bounds) {
    /** Tenfold credit: times the largest amount it still fits 64 bits. */
    private static final long MAX_SHARES = 100_000;

    /** Why a change recorded on day k is not taken, if so. */
    Optional<Refusal> refusal(DealChange change, int k) {
        return switch (change) {
            case DealChange.Whole(DealState state) ->
                refusal(k, state.amount(), state.created(), state.closed(), state.expectedClose(), state.credits());
            case DealChange.Patch patch ->
                refusal(
                        k,
                        patch.amount().map(Field::value).orElse(OptionalLong.empty()),
                        patch.created().map(Field::value).orElse(OptionalInt.empty()),
                        patch.closed().map(Field::value).orElse(OptionalInt.empty()),
                        patch.expectedClose().map(Field::value).orElse(OptionalInt.empty()),
                        patch.credits().map(Field::value).orElse(List.of()));
            case DealChange.Deleted ignored -> Optional.empty();
            case DealChange.Merged ignored -> Optional.empty();
            case DealChange.Gap ignored -> Optional.empty();
        };
    }

    /** Why a change recorded on day k is not taken, if so. */
    Optional<Refusal> refusal(ActivityChange change, int k) {
        return switch (change) {
            case ActivityChange.Whole(ActivityState state) -> refusal(k, state.happened(), state.logged());
            case ActivityChange.Patch patch ->
                refusal(
                        k,
                        patch.happened().flatMap(Field::value),
                        patch.logged().flatMap(Field::value));
            case ActivityChange.Deleted ignored -> Optional.empty();
            case ActivityChange.Merged ignored -> Optional.empty();
            case ActivityChange.Gap ignored -> Optional.empty();
        };
    }

    private Optional<Refusal> refusal(int k, Optional<Moment> happened, Optional<Moment> logged) {
        return happened.flatMap(moment -> bounds.date("happened", moment.day(), k))
                .or(() -> logged.flatMap(moment -> bounds.date("logged", moment.day(), k)));
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
