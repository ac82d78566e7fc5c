package io.upswing.producers.publish;

import io.upswing.schemas.ActivityEvent;
import io.upswing.schemas.ActivityField;
import io.upswing.schemas.ActivityKind;
import io.upswing.schemas.ActivityPatch;
import io.upswing.schemas.ActivityState;
import io.upswing.schemas.ActivityStatus;
import io.upswing.schemas.Deleted;
import io.upswing.schemas.Gap;
import io.upswing.schemas.Merged;
import io.upswing.schemas.topics.TopicCatalogue;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** What a source says of activities. Every method throws {@link InvalidEventException} for what Upswing would not take. */
public final class ActivityEvents {
    private static final String KIND = "activity";
    private static final ActivityPatch NOTHING = ActivityPatch.newBuilder().build();

    private final Source source;

    ActivityEvents(Source source) {
        this.source = source;
    }

    /** An activity's whole state: what is not set has no value in the CRM. Done, unless another status is set. */
    public Whole whole(String id, Revision revision, ActivityKind kind) {
        return new Whole(id, revision, check(id, revision), kind);
    }

    /** Fields set and fields cleared: the others stay as they are. */
    public Patch patch(String id, Revision revision) {
        return new Patch(id, revision, check(id, revision));
    }

    /** The CRM no longer has the activity: it no longer counts. */
    public SourceEvent<ActivityEvent> deleted(String id, Revision revision) {
        Check unused = check(id, revision);
        return event(id, revision, new Deleted());
    }

    /** The activity became part of another, which the CRM restates. */
    public SourceEvent<ActivityEvent> merged(String id, Revision revision, String into) {
        Check check = check(id, revision);
        if (check.id("into", into).equals(id)) {
            throw check.invalid("into", "is the activity itself, not the one that survives");
        }
        return event(id, revision, new Merged(into));
    }

    /** Changes were missed: the activity keeps counting, flagged, until its next whole state. */
    public SourceEvent<ActivityEvent> gap(String id, Revision revision, String reason) {
        return event(id, revision, new Gap(check(id, revision).word("reason", reason)));
    }

    private Check check(String id, Revision revision) {
        Check check = Check.of(KIND, id);
        source.check(check, revision);
        return check;
    }

    private SourceEvent<ActivityEvent> event(String id, Revision revision, SpecificRecord change) {
        ActivityEvent event =
                new ActivityEvent("", source.name(), revision.versionOrNull(), revision.occurredAt(), change);
        event.setEventId(revision.eventId().orElseGet(() -> EventIds.of(KIND, id, event)));
        return new SourceEvent<>(
                TopicCatalogue::activities,
                id,
                Optional.of(event),
                source.attributes(event.getEventId(), event, Optional.of(revision.occurredAt()), id));
    }

    /** A whole state in the making. For one thread. */
    public final class Whole extends ActivityFields<Whole> {
        private Whole(String id, Revision revision, Check check, ActivityKind kind) {
            super(id, revision, check);
            fields.setKind(kind);
            fields.setStatus(ActivityStatus.DONE);
        }

        @Override
        Whole self() {
            return this;
        }

        /** The event. */
        public SourceEvent<ActivityEvent> build() {
            return event(
                    id,
                    revision,
                    new ActivityState(
                            fields.getKind(),
                            fields.getStatus(),
                            fields.getHappened(),
                            fields.getLogged(),
                            fields.getOwner(),
                            fields.getDeal(),
                            fields.getLead(),
                            fields.getChannel()));
        }
    }

    /** A patch in the making. For one thread. */
    public final class Patch extends ActivityFields<Patch> {
        private final Set<ActivityField> cleared = EnumSet.noneOf(ActivityField.class);

        private Patch(String id, Revision revision, Check check) {
            super(id, revision, check);
        }

        @Override
        Patch self() {
            return this;
        }

        /** Sets the kind. */
        public Patch kind(ActivityKind kind) {
            fields.setKind(kind);
            return this;
        }

        /** Empties a field. */
        public Patch clear(ActivityField field) {
            cleared.add(field);
            return this;
        }

        /**
         * The event.
         *
         * @throws InvalidEventException if a field is both set and cleared, or none is either
         */
        public SourceEvent<ActivityEvent> build() {
            cleared.stream().filter(this::isSet).findFirst().ifPresent(field -> {
                throw check.invalid(field.name(), "is both set and cleared");
            });
            if (cleared.isEmpty() && fields.equals(NOTHING)) {
                throw check.invalid("change", "sets and clears nothing");
            }
            return event(
                    id,
                    revision,
                    ActivityPatch.newBuilder(fields)
                            .setCleared(List.copyOf(cleared))
                            .build());
        }

        private boolean isSet(ActivityField field) {
            return switch (field) {
                case HAPPENED -> fields.getHappened() != null;
                case LOGGED -> fields.getLogged() != null;
                case OWNER -> fields.getOwner() != null;
                case DEAL -> fields.getDeal() != null;
                case LEAD -> fields.getLead() != null;
                case CHANNEL -> fields.getChannel() != null;
            };
        }
    }
}
