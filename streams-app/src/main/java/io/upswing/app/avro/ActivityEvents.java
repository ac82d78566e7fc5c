package io.upswing.app.avro;

import io.upswing.core.entity.ActivityChange;
import io.upswing.core.entity.ActivityState;
import io.upswing.core.entity.ActivityState.Channel;
import io.upswing.core.entity.ActivityState.Kind;
import io.upswing.core.entity.ActivityState.Moment;
import io.upswing.core.entity.ActivityState.Status;
import io.upswing.core.source.Refusal;
import io.upswing.core.source.Refusal.Reason;
import io.upswing.core.time.OrganizationZone;
import io.upswing.schemas.ActivityChannel;
import io.upswing.schemas.ActivityEvent;
import io.upswing.schemas.ActivityField;
import io.upswing.schemas.ActivityKind;
import io.upswing.schemas.ActivityPatch;
import io.upswing.schemas.ActivityStatus;
import io.upswing.schemas.Deleted;
import io.upswing.schemas.Gap;
import io.upswing.schemas.Merged;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Activity events as the entity stage takes them.
 *
 * @param zone in which instants are dated
 */
public record ActivityEvents(OrganizationZone zone) {
    /**
     * What the event says.
     *
     * @throws RefusedException if a field can't be taken
     */
    public ActivityChange change(ActivityEvent event) {
        return switch (event.getChange()) {
            case io.upswing.schemas.ActivityState state -> new ActivityChange.Whole(whole(state));
            case ActivityPatch patch -> patch(patch);
            case Deleted ignored -> new ActivityChange.Deleted();
            case Merged merged ->
                new ActivityChange.Merged(Ids.of("into", merged.getInto())
                        .orElseThrow(() -> new RefusedException(
                                new Refusal(Reason.NO_ID, "'into' is empty: it names the activity that survives"))));
            case Gap ignored -> new ActivityChange.Gap();
            default -> throw new IllegalArgumentException("no change of an activity: " + event.getChange());
        };
    }

    private ActivityState whole(io.upswing.schemas.ActivityState state) {
        return new ActivityState(
                kind(state.getKind()),
                status(state.getStatus()),
                moment("happened", state.getHappened()),
                moment("logged", state.getLogged()),
                Ids.of("owner", state.getOwner()),
                Ids.of("deal", state.getDeal()),
                Ids.of("lead", state.getLead()),
                channel(state.getChannel()));
    }

    private ActivityChange patch(ActivityPatch patch) {
        Set<ActivityField> cleared = Set.copyOf(patch.getCleared());
        return new ActivityChange.Patch(
                Optional.ofNullable(patch.getKind()).map(ActivityEvents::kind),
                Optional.ofNullable(patch.getStatus()).map(ActivityEvents::status),
                DealEvents.field(
                        patch.getHappened(),
                        cleared.contains(ActivityField.HAPPENED),
                        moment("happened", patch.getHappened())),
                DealEvents.field(
                        patch.getLogged(), cleared.contains(ActivityField.LOGGED), moment("logged", patch.getLogged())),
                DealEvents.field(
                        patch.getOwner(), cleared.contains(ActivityField.OWNER), Ids.of("owner", patch.getOwner())),
                DealEvents.field(
                        patch.getDeal(), cleared.contains(ActivityField.DEAL), Ids.of("deal", patch.getDeal())),
                DealEvents.field(
                        patch.getLead(), cleared.contains(ActivityField.LEAD), Ids.of("lead", patch.getLead())),
                DealEvents.field(
                        patch.getChannel(), cleared.contains(ActivityField.CHANNEL), channel(patch.getChannel())));
    }

    private Optional<Moment> moment(String field, @Nullable Object value) {
        return Dates.moment(field, value, zone);
    }

    private static Kind kind(ActivityKind kind) {
        return switch (kind) {
            case CALL -> Kind.CALL;
            case EMAIL -> Kind.EMAIL;
            case MEETING -> Kind.MEETING;
            case DEMO -> Kind.DEMO;
            case PROPOSAL -> Kind.PROPOSAL;
            case NOTE -> Kind.NOTE;
            case TRAINING -> Kind.TRAINING;
            case COACHING -> Kind.COACHING;
        };
    }

    private static Status status(ActivityStatus status) {
        return switch (status) {
            case PLANNED -> Status.PLANNED;
            case DONE -> Status.DONE;
            case CANCELLED -> Status.CANCELLED;
            case NO_SHOW -> Status.NO_SHOW;
        };
    }

    private static Optional<Channel> channel(@Nullable ActivityChannel channel) {
        return Optional.ofNullable(channel).map(known -> switch (known) {
            case MOBILE -> Channel.MOBILE;
            case DESK -> Channel.DESK;
        });
    }
}
