package io.upswing.app.avro;

import io.upswing.core.entity.DealChange;
import io.upswing.core.entity.DealChange.Field;
import io.upswing.core.entity.DealState;
import io.upswing.core.entity.DealState.Share;
import io.upswing.core.entity.DealState.Status;
import io.upswing.core.source.Refusal;
import io.upswing.core.source.Refusal.Reason;
import io.upswing.core.source.SourceOrder;
import io.upswing.core.time.OrganizationZone;
import io.upswing.schemas.Credit;
import io.upswing.schemas.DealEvent;
import io.upswing.schemas.DealField;
import io.upswing.schemas.DealPatch;
import io.upswing.schemas.DealStatus;
import io.upswing.schemas.Deleted;
import io.upswing.schemas.Gap;
import io.upswing.schemas.Merged;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Deal events as the entity stage takes them.
 *
 * @param zone in which instants are dated
 */
public record DealEvents(OrganizationZone zone) {
    /** Beyond any team, and a deal with as many long ids is still a small record in a store. */
    private static final int MAX_SHARES = 1_000;

    /**
     * Where the event stands among the deal's changes.
     *
     * @throws RefusedException if the event id is too long
     */
    public static SourceOrder order(String eventId, @Nullable Long version, Instant occurredAt) {
        return new SourceOrder(
                version == null ? SourceOrder.UNVERSIONED : version,
                occurredAt.toEpochMilli(),
                Ids.word("eventId", eventId));
    }

    /**
     * Which system says it; empty where it does not say.
     *
     * @throws RefusedException if the name is too long
     */
    public static String source(@Nullable String source) {
        return source == null ? "" : Ids.word("source", source);
    }

    /**
     * What the event says.
     *
     * @throws RefusedException if a field can't be taken
     */
    public DealChange change(DealEvent event) {
        return switch (event.getChange()) {
            case io.upswing.schemas.DealState state -> new DealChange.Whole(whole(state));
            case DealPatch patch -> patch(patch);
            case Deleted ignored -> new DealChange.Deleted();
            case Merged merged ->
                new DealChange.Merged(Ids.of("into", merged.getInto())
                        .orElseThrow(() -> new RefusedException(
                                new Refusal(Reason.NO_ID, "'into' is empty: it names the deal that survives"))));
            case Gap ignored -> new DealChange.Gap();
            default -> throw new IllegalArgumentException("no change of a deal: " + event.getChange());
        };
    }

    private DealState whole(io.upswing.schemas.DealState state) {
        return new DealState(
                status(state.getStatus()),
                word("stage", state.getStage()),
                amount(state.getAmountMinor()),
                currency(state.getCurrency()),
                Dates.of("created", state.getCreated(), zone),
                Dates.of("closed", state.getClosed(), zone),
                Dates.of("expectedClose", state.getExpectedClose(), zone),
                Ids.of("owner", state.getOwner()),
                shares(state.getCredits()));
    }

    private DealChange patch(DealPatch patch) {
        Set<DealField> cleared = Set.copyOf(patch.getCleared());
        return new DealChange.Patch(
                Optional.ofNullable(patch.getStatus()).map(DealEvents::status),
                field(patch.getStage(), cleared.contains(DealField.STAGE), word("stage", patch.getStage())),
                field(patch.getAmountMinor(), cleared.contains(DealField.AMOUNT), amount(patch.getAmountMinor())),
                field(patch.getCurrency(), cleared.contains(DealField.CURRENCY), currency(patch.getCurrency())),
                field(
                        patch.getCreated(),
                        cleared.contains(DealField.CREATED),
                        Dates.of("created", patch.getCreated(), zone)),
                field(
                        patch.getClosed(),
                        cleared.contains(DealField.CLOSED),
                        Dates.of("closed", patch.getClosed(), zone)),
                field(
                        patch.getExpectedClose(),
                        cleared.contains(DealField.EXPECTED_CLOSE),
                        Dates.of("expectedClose", patch.getExpectedClose(), zone)),
                field(patch.getOwner(), cleared.contains(DealField.OWNER), Ids.of("owner", patch.getOwner())),
                field(
                        patch.getCredits(),
                        cleared.contains(DealField.CREDITS),
                        shares(patch.getCredits() == null ? List.of() : patch.getCredits())));
    }

    /** A field is touched if it is set, or cleared. */
    static <T> Optional<Field<T>> field(@Nullable Object set, boolean cleared, T value) {
        return set == null && !cleared ? Optional.empty() : Optional.of(new Field<>(value));
    }

    private static Status status(DealStatus status) {
        return switch (status) {
            case OPEN -> Status.OPEN;
            case WON -> Status.WON;
            case LOST -> Status.LOST;
        };
    }

    private static Optional<String> word(String field, @Nullable String value) {
        return Optional.ofNullable(value).map(word -> Ids.word(field, word));
    }

    private static Optional<String> currency(@Nullable String value) {
        return value == null || value.isBlank()
                ? Optional.empty()
                : Optional.of(Ids.word("currency", value).strip().toUpperCase(Locale.ROOT));
    }

    private static OptionalLong amount(@Nullable Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static List<Share> shares(List<Credit> credits) {
        if (credits.size() > MAX_SHARES) {
            throw new RefusedException(new Refusal(
                    Reason.TOO_MANY_PARTS, credits.size() + " shares of credit, not at most " + MAX_SHARES));
        }
        return credits.stream()
                .map(credit -> new Share(
                        Ids.of("credits", credit.getRep())
                                .orElseThrow(() -> new RefusedException(
                                        new Refusal(Reason.NO_ID, "a credited rep has an empty id"))),
                        credit.getBasisPoints()))
                .toList();
    }
}
