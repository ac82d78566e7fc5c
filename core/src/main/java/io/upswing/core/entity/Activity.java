package io.upswing.core.entity;

import io.upswing.core.entity.ActivityState.Channel;
import io.upswing.core.entity.ActivityState.Kind;
import io.upswing.core.entity.ActivityState.Moment;
import io.upswing.core.entity.ActivityState.Status;
import io.upswing.core.source.SourceOrder;
import io.upswing.core.source.Versioned;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known of one activity: for each field the value that stands. Merging is by field, as for a {@link Deal}; no
 * history is needed, since an activity counts for who owns it now. Immutable.
 *
 * @param kind       empty where no change has said one
 * @param status     empty where no change has said one: done
 * @param mergedInto the survivor's id
 */
public record Activity(
        Versioned<Optional<Kind>> kind,
        Versioned<Optional<Status>> status,
        Versioned<Optional<Moment>> happened,
        Versioned<Optional<Moment>> logged,
        Versioned<Optional<String>> owner,
        Versioned<Optional<String>> deal,
        Versioned<Optional<String>> lead,
        Versioned<Optional<Channel>> channel,
        Versioned<Optional<String>> mergedInto,
        Spoken spoken) {
    /** An activity of which nothing is known. */
    public static final Activity UNKNOWN = new Activity(
            Versioned.unset(Optional.empty()),
            Versioned.unset(Optional.empty()),
            Versioned.unset(Optional.empty()),
            Versioned.unset(Optional.empty()),
            Versioned.unset(Optional.empty()),
            Versioned.unset(Optional.empty()),
            Versioned.unset(Optional.empty()),
            Versioned.unset(Optional.empty()),
            Versioned.unset(Optional.empty()),
            Spoken.NEVER);

    /** Whether it is done, and was not deleted or merged since. */
    boolean isDone() {
        return kind.value().isPresent() && status.value().orElse(Status.DONE) == Status.DONE;
    }

    /** Seconds from when it happened until it was logged, where both are known. */
    OptionalLong loggingDelay() {
        if (happened.value().isEmpty() || logged.value().isEmpty()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                happened.value().get().secondsUntil(logged.value().get()));
    }

    /** Whether the CRM has it, as far as is known; a gap alone says nothing of that. */
    boolean isThere() {
        return !with(Spoken.NEVER).equals(UNKNOWN)
                && status.value()
                        .map(s -> s != Status.DELETED && s != Status.MERGED)
                        .orElse(true);
    }

    /** This activity after one more change. */
    public Activity merge(SourceOrder order, String source, ActivityChange change) {
        return switch (change) {
            case ActivityChange.Whole(ActivityState state) -> mergeWhole(order, source, state);
            case ActivityChange.Patch patch -> mergePatch(order, source, patch);
            case ActivityChange.Deleted ignored -> gone(order, source, Status.DELETED, mergedInto);
            case ActivityChange.Merged(String into) ->
                gone(order, source, Status.MERGED, mergedInto.merge(order, Optional.of(into)));
            case ActivityChange.Gap ignored -> with(spoken.gap(order, source));
        };
    }

    private Activity mergeWhole(SourceOrder order, String source, ActivityState state) {
        return new Activity(
                kind.merge(order, Optional.of(state.kind())),
                status.merge(order, Optional.of(state.status())),
                happened.merge(order, state.happened()),
                logged.merge(order, state.logged()),
                owner.merge(order, state.owner()),
                deal.merge(order, state.deal()),
                lead.merge(order, state.lead()),
                channel.merge(order, state.channel()),
                mergedInto,
                spoken.whole(order, source));
    }

    private Activity mergePatch(SourceOrder order, String source, ActivityChange.Patch patch) {
        return new Activity(
                patch.kind().map(set -> kind.merge(order, Optional.of(set))).orElse(kind),
                patch.status().map(set -> status.merge(order, Optional.of(set))).orElse(status),
                Deal.merged(happened, order, patch.happened()),
                Deal.merged(logged, order, patch.logged()),
                Deal.merged(owner, order, patch.owner()),
                Deal.merged(deal, order, patch.deal()),
                Deal.merged(lead, order, patch.lead()),
                Deal.merged(channel, order, patch.channel()),
                mergedInto,
                spoken.part(order, source));
    }

    private Activity gone(SourceOrder order, String source, Status how, Versioned<Optional<String>> into) {
        return new Activity(
                kind,
                status.merge(order, Optional.of(how)),
                happened,
                logged,
                owner,
                deal,
                lead,
                channel,
                into,
                spoken.part(order, source));
    }

    private Activity with(Spoken changed) {
        return new Activity(kind, status, happened, logged, owner, deal, lead, channel, mergedInto, changed);
    }
}
