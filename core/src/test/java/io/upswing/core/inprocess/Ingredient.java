package io.upswing.core.inprocess;

import io.upswing.core.entity.ActivityChange;
import io.upswing.core.entity.ActivityState;
import io.upswing.core.entity.ActivityState.Status;
import io.upswing.core.entity.DealChange;
import io.upswing.core.inprocess.history.Change;
import io.upswing.core.inprocess.history.Log;
import io.upswing.core.rep.QuotaChange;
import io.upswing.core.rep.QuotaChange.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** A kind of change that a history must hold so that it matters: without such changes the KPIs are others. */
@SuppressWarnings("ImmutableEnumChecker") // the functions are constants; the checker can't see that
enum Ingredient {
    DEAL_PATCH(all(change -> deal(change) instanceof DealChange.Patch)),
    CLEARED_FIELD_OF_A_DEAL(all(change -> deal(change) instanceof DealChange.Patch patch
            && isAny(List.of(
                    patch.amount().map(field -> field.value().isEmpty()),
                    patch.created().map(field -> field.value().isEmpty()),
                    patch.closed().map(field -> field.value().isEmpty()),
                    patch.owner().map(field -> field.value().isEmpty()),
                    patch.credits().map(field -> field.value().isEmpty()))))),
    STATUS_BY_PATCH(all(change ->
            deal(change) instanceof DealChange.Patch patch && patch.status().isPresent())),
    OWNER_BY_PATCH(all(change ->
            deal(change) instanceof DealChange.Patch patch && patch.owner().isPresent())),
    PATCH_BEFORE_ANY_WHOLE_STATE(Ingredient::early),
    MERGED_DEAL(all(change -> deal(change) instanceof DealChange.Merged)),
    DELETED_DEAL(all(change -> deal(change) instanceof DealChange.Deleted)),
    ACTIVITY_PATCH(all(change -> activity(change) instanceof ActivityChange.Patch)),
    CLEARED_FIELD_OF_AN_ACTIVITY(all(change -> activity(change) instanceof ActivityChange.Patch patch
            && isAny(List.of(
                    patch.happened().map(field -> field.value().isEmpty()),
                    patch.logged().map(field -> field.value().isEmpty()),
                    patch.owner().map(field -> field.value().isEmpty()),
                    patch.channel().map(field -> field.value().isEmpty()))))),
    WHOLE_ACTIVITY(all(change -> activity(change) instanceof ActivityChange.Whole)),
    MERGED_ACTIVITY(all(change -> activity(change) instanceof ActivityChange.Merged)),
    DELETED_ACTIVITY(all(change -> activity(change) instanceof ActivityChange.Deleted)),
    PLANNED_ACTIVITY(all(change -> status(change, Status.PLANNED))),
    CANCELLED_ACTIVITY(all(change -> status(change, Status.CANCELLED))),
    NO_SHOW(all(change -> status(change, Status.NO_SHOW))),
    QUOTA_OF_A_MONTH(all(change -> isQuota(change, quota -> quota.slot().period() == Period.MONTH))),
    QUOTA_OF_A_QUARTER(all(change -> isQuota(change, quota -> quota.slot().period() == Period.QUARTER))),
    RETRACTED_QUOTA(all(change -> isQuota(change, quota -> quota.amount().isEmpty()))),
    QUOTA_FROM_BEFORE_ITS_PERIOD(all(change ->
            isQuota(change, quota -> quota.slot().effectiveFrom() < quota.slot().start()))),
    QUOTA_FROM_WITHIN_ITS_PERIOD(all(change ->
            isQuota(change, quota -> quota.slot().effectiveFrom() > quota.slot().start()))),
    SUPERSEDED_QUOTA(Ingredient::superseding);

    private final Function<Log, Predicate<Change>> changes;

    Ingredient(Function<Log, Predicate<Change>> changes) {
        this.changes = changes;
    }

    /** The changes of this kind in a log. */
    Predicate<Change> in(Log log) {
        return changes.apply(log);
    }

    private static Function<Log, Predicate<Change>> all(Predicate<Change> changes) {
        return log -> changes;
    }

    private static boolean isAny(List<Optional<Boolean>> cleared) {
        return cleared.stream().anyMatch(field -> field.orElse(false));
    }

    private static Object deal(Change change) {
        return change instanceof Change.OfDeal deal ? deal.change() : change;
    }

    private static Object activity(Change change) {
        return change instanceof Change.OfActivity activity ? activity.change() : change;
    }

    private static boolean isQuota(Change change, Predicate<QuotaChange> which) {
        return change instanceof Change.OfQuota quota && which.test(quota.change());
    }

    private static boolean status(Change change, Status status) {
        return switch (activity(change)) {
            case ActivityChange.Whole(ActivityState state) -> state.status() == status;
            case ActivityChange.Patch patch -> patch.status().equals(Optional.of(status));
            default -> false;
        };
    }

    /** Patches that stand in the log before any whole state of their deal. */
    private static Predicate<Change> early(Log log) {
        Set<String> whole = new HashSet<>();
        Set<Change> early = new HashSet<>();
        log.changes().forEach(change -> {
            if (deal(change) instanceof DealChange.Whole) {
                whole.add(change.key());
            } else if (deal(change) instanceof DealChange.Patch && !whole.contains(change.key())) {
                early.add(change);
            }
        });
        return change -> early.contains(change) && whole.contains(change.key());
    }

    /** What stands last in the source's order of all that was said of a slot. */
    private static Predicate<Change> superseding(Log log) {
        return change -> isQuota(
                change,
                quota -> log.changes()
                        .anyMatch(other -> isQuota(
                                other,
                                older -> older.rep().equals(quota.rep())
                                        && older.slot().equals(quota.slot())
                                        && older.order().compareTo(quota.order()) < 0)));
    }
}
