package io.upswing.producers.publish;

import io.upswing.schemas.DealEvent;
import io.upswing.schemas.DealField;
import io.upswing.schemas.DealPatch;
import io.upswing.schemas.DealState;
import io.upswing.schemas.DealStatus;
import io.upswing.schemas.Deleted;
import io.upswing.schemas.Gap;
import io.upswing.schemas.Merged;
import io.upswing.schemas.topics.TopicCatalogue;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** What a source says of deals. Every method throws {@link InvalidEventException} for what Upswing would not take. */
public final class DealEvents {
    private static final String KIND = "deal";
    private static final DealPatch NOTHING = DealPatch.newBuilder().build();

    private final Source source;

    DealEvents(Source source) {
        this.source = source;
    }

    /** A deal's whole state: what is not set has no value in the CRM. */
    public Whole whole(String id, Revision revision, DealStatus status) {
        return new Whole(id, revision, check(id, revision), status);
    }

    /** Fields set and fields cleared: the others stay as they are. */
    public Patch patch(String id, Revision revision) {
        return new Patch(id, revision, check(id, revision));
    }

    /** The CRM no longer has the deal: all that it ever counted is taken back. */
    public SourceEvent<DealEvent> deleted(String id, Revision revision) {
        Check unused = check(id, revision);
        return event(id, revision, new Deleted());
    }

    /** The deal became part of another, which the CRM restates. */
    public SourceEvent<DealEvent> merged(String id, Revision revision, String into) {
        Check check = check(id, revision);
        if (check.id("into", into).equals(id)) {
            throw check.invalid("into", "is the deal itself, not the one that survives");
        }
        return event(id, revision, new Merged(into));
    }

    /** Changes were missed: the deal keeps counting, flagged, until its next whole state. */
    public SourceEvent<DealEvent> gap(String id, Revision revision, String reason) {
        return event(id, revision, new Gap(check(id, revision).word("reason", reason)));
    }

    private Check check(String id, Revision revision) {
        Check check = Check.of(KIND, id);
        source.check(check, revision);
        return check;
    }

    private SourceEvent<DealEvent> event(String id, Revision revision, SpecificRecord change) {
        DealEvent event = new DealEvent("", source.name(), revision.versionOrNull(), revision.occurredAt(), change);
        event.setEventId(revision.eventId().orElseGet(() -> EventIds.of(KIND, id, event)));
        return new SourceEvent<>(
                TopicCatalogue::deals,
                id,
                Optional.of(event),
                source.attributes(event.getEventId(), event, Optional.of(revision.occurredAt()), id));
    }

    /** A whole state in the making. For one thread. */
    public final class Whole extends DealFields<Whole> {
        private Whole(String id, Revision revision, Check check, DealStatus status) {
            super(id, revision, check);
            fields.setStatus(status);
        }

        @Override
        Whole self() {
            return this;
        }

        /** The event. */
        public SourceEvent<DealEvent> build() {
            return event(
                    id,
                    revision,
                    new DealState(
                            fields.getStatus(),
                            fields.getStage(),
                            fields.getAmountMinor(),
                            fields.getCurrency(),
                            fields.getCreated(),
                            fields.getClosed(),
                            fields.getExpectedClose(),
                            fields.getOwner(),
                            List.copyOf(credits)));
        }
    }

    /** A patch in the making. For one thread. */
    public final class Patch extends DealFields<Patch> {
        private final Set<DealField> cleared = EnumSet.noneOf(DealField.class);

        private Patch(String id, Revision revision, Check check) {
            super(id, revision, check);
        }

        @Override
        Patch self() {
            return this;
        }

        /** Sets the status. */
        public Patch status(DealStatus status) {
            fields.setStatus(status);
            return this;
        }

        /** Empties a field. */
        public Patch clear(DealField field) {
            cleared.add(field);
            return this;
        }

        /**
         * The event.
         *
         * @throws InvalidEventException if a field is both set and cleared, or none is either
         */
        public SourceEvent<DealEvent> build() {
            cleared.stream().filter(this::isSet).findFirst().ifPresent(field -> {
                throw check.invalid(field.name(), "is both set and cleared");
            });
            DealPatch patch = DealPatch.newBuilder(fields)
                    .setCredits(credits.isEmpty() ? null : List.copyOf(credits))
                    .setCleared(List.copyOf(cleared))
                    .build();
            if (cleared.isEmpty() && patch.equals(NOTHING)) {
                throw check.invalid("change", "sets and clears nothing");
            }
            return event(id, revision, patch);
        }

        private boolean isSet(DealField field) {
            return switch (field) {
                case STAGE -> fields.getStage() != null;
                case AMOUNT -> fields.getAmountMinor() != null;
                case CURRENCY -> fields.getCurrency() != null;
                case CREATED -> fields.getCreated() != null;
                case CLOSED -> fields.getClosed() != null;
                case EXPECTED_CLOSE -> fields.getExpectedClose() != null;
                case OWNER -> fields.getOwner() != null;
                case CREDITS -> !credits.isEmpty();
            };
        }
    }
}
