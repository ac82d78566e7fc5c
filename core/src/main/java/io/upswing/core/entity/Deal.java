package io.upswing.core.entity;

import io.upswing.core.entity.DealState.Share;
import io.upswing.core.entity.DealState.Status;
import io.upswing.core.source.SourceOrder;
import io.upswing.core.source.Versioned;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What is known of one deal: for each field the value that stands, and the history of status and owner, since a change
 * that comes late can alter who owned the deal when it was closed. Merging is by field, so that the order in which
 * changes arrive does not matter, and a doubled change changes nothing. Immutable.
 *
 * @param statuses by the change that set them
 * @param owners   by the change that set them
 */
public record Deal(
        Versioned<Optional<String>> stage,
        Versioned<OptionalLong> amount,
        Versioned<Optional<String>> currency,
        Versioned<OptionalInt> created,
        Versioned<OptionalInt> closed,
        Versioned<OptionalInt> expectedClose,
        Versioned<List<Share>> credits,
        Versioned<Optional<String>> mergedInto,
        NavigableMap<SourceOrder, Status> statuses,
        NavigableMap<SourceOrder, Optional<String>> owners,
        Spoken spoken) {
    /** A CRM may restate a deal every hour for years. */
    static final int LONGEST_HISTORY = 500;

    /** A deal of which nothing is known. */
    public static final Deal UNKNOWN = new Deal(
            Versioned.unset(Optional.empty()),
            Versioned.unset(OptionalLong.empty()),
            Versioned.unset(Optional.empty()),
            Versioned.unset(OptionalInt.empty()),
            Versioned.unset(OptionalInt.empty()),
            Versioned.unset(OptionalInt.empty()),
            Versioned.unset(List.of()),
            Versioned.unset(Optional.empty()),
            new TreeMap<>(),
            new TreeMap<>(),
            Spoken.NEVER);

    /** The status that stands; empty where no change has said one. */
    public Optional<Status> status() {
        return Optional.ofNullable(statuses.lastEntry()).map(Map.Entry::getValue);
    }

    /** The owner that stands. */
    public Optional<String> owner() {
        return Optional.ofNullable(owners.lastEntry()).flatMap(Map.Entry::getValue);
    }

    /** The owner at the change that began the spell of the status that stands. */
    public Optional<String> ownerAtSpellStart() {
        Optional<Status> standing = status();
        Optional<SourceOrder> start = Optional.empty();
        for (Map.Entry<SourceOrder, Status> entry : statuses.descendingMap().entrySet()) {
            if (!Optional.of(entry.getValue()).equals(standing)) {
                break;
            }
            start = Optional.of(entry.getKey());
        }
        return start.flatMap(from -> Optional.ofNullable(owners.floorEntry(from)))
                .flatMap(Map.Entry::getValue);
    }

    /** This deal after one more change. */
    public Deal merge(SourceOrder order, String source, DealChange change) {
        return switch (change) {
            case DealChange.Whole whole -> mergeWhole(order, source, whole.state());
            case DealChange.Patch patch -> mergePatch(order, source, patch);
            case DealChange.Deleted ignored -> gone(order, source, Status.DELETED, mergedInto);
            case DealChange.Merged merged ->
                gone(order, source, Status.MERGED, mergedInto.merge(order, Optional.of(merged.into())));
            case DealChange.Gap ignored -> with(spoken.gap(order, source));
        };
    }

    private Deal mergeWhole(SourceOrder order, String source, DealState state) {
        return new Deal(
                stage.merge(order, state.stage()),
                amount.merge(order, state.amount()),
                currency.merge(order, state.currency()),
                created.merge(order, state.created()),
                closed.merge(order, state.closed()),
                expectedClose.merge(order, state.expectedClose()),
                credits.merge(order, state.credits()),
                mergedInto,
                with(statuses, order, state.status()),
                with(owners, order, state.owner()),
                spoken.whole(order, source));
    }

    private Deal mergePatch(SourceOrder order, String source, DealChange.Patch patch) {
        return new Deal(
                merged(stage, order, patch.stage()),
                merged(amount, order, patch.amount()),
                merged(currency, order, patch.currency()),
                merged(created, order, patch.created()),
                merged(closed, order, patch.closed()),
                merged(expectedClose, order, patch.expectedClose()),
                merged(credits, order, patch.credits()),
                mergedInto,
                patch.status().map(status -> with(statuses, order, status)).orElse(statuses),
                patch.owner().map(owner -> with(owners, order, owner.value())).orElse(owners),
                spoken.part(order, source));
    }

    private Deal gone(SourceOrder order, String source, Status status, Versioned<Optional<String>> into) {
        return new Deal(
                stage,
                amount,
                currency,
                created,
                closed,
                expectedClose,
                credits,
                into,
                with(statuses, order, status),
                owners,
                spoken.part(order, source));
    }

    private Deal with(Spoken changed) {
        return new Deal(
                stage,
                amount,
                currency,
                created,
                closed,
                expectedClose,
                credits,
                mergedInto,
                statuses,
                owners,
                changed);
    }

    static <T> Versioned<T> merged(Versioned<T> field, SourceOrder order, Optional<DealChange.Field<T>> change) {
        return change.map(set -> field.merge(order, set.value())).orElse(field);
    }

    private static <V> NavigableMap<SourceOrder, V> with(
            NavigableMap<SourceOrder, V> history, SourceOrder order, V value) {
        if (history.containsKey(order)) {
            return history;
        }
        NavigableMap<SourceOrder, V> longer = new TreeMap<>(history);
        longer.put(order, value);
        if (longer.size() > LONGEST_HISTORY) {
            forgetOne(longer);
        }
        return longer;
    }

    /**
     * Forgets the oldest change that said what the one before it and the one after it say: it alone tells of nothing but a
     * change that would come later than {@value #LONGEST_HISTORY} others.
     */
    private static <V> void forgetOne(NavigableMap<SourceOrder, V> history) {
        for (Map.Entry<SourceOrder, V> entry : history.entrySet()) {
            Map.Entry<SourceOrder, V> before = history.lowerEntry(entry.getKey());
            Map.Entry<SourceOrder, V> after = history.higherEntry(entry.getKey());
            if (before != null
                    && after != null
                    && before.getValue().equals(entry.getValue())
                    && after.getValue().equals(entry.getValue())) {
                history.remove(entry.getKey());
                return;
            }
        }
    }
}
