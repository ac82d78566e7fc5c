package io.upswing.producers.publish;

import io.upswing.schemas.Leave;
import io.upswing.schemas.RepEvent;
import io.upswing.schemas.RepState;
import io.upswing.schemas.RepStateRetracted;
import io.upswing.schemas.topics.TopicCatalogue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * Where a source says reps stand in the organization. Every method throws {@link InvalidEventException} for what Upswing would
 * not take.
 */
public final class RepEvents {
    private static final String KIND = "rep";

    private final Source source;

    RepEvents(Source source) {
        this.source = source;
    }

    /** A rep's whole state from a day on, until the rep's next such day: what is not set has no value. */
    public State state(String id, Revision revision, LocalDate effectiveFrom) {
        Check check = check(id, revision);
        return new State(id, revision, check, check.date("effectiveFrom", effectiveFrom));
    }

    /** What was said of the rep for that day was wrong: it no longer holds. */
    public SourceEvent<RepEvent> retracted(String id, Revision revision, LocalDate effectiveFrom) {
        LocalDate from = check(id, revision).date("effectiveFrom", effectiveFrom);
        return event(id, revision, from, new RepStateRetracted());
    }

    private Check check(String id, Revision revision) {
        Check check = Check.of(KIND, id);
        source.check(check, revision);
        return check;
    }

    private SourceEvent<RepEvent> event(String id, Revision revision, LocalDate from, SpecificRecord change) {
        RepEvent event = new RepEvent("", source.name(), revision.versionOrNull(), revision.occurredAt(), from, change);
        event.setEventId(revision.eventId().orElseGet(() -> EventIds.of(KIND, id, event)));
        return new SourceEvent<>(
                TopicCatalogue::reps,
                id,
                Optional.of(event),
                source.attributes(event.getEventId(), event, Optional.of(revision.occurredAt()), id));
    }

    /** A rep's state in the making. For one thread. */
    public final class State {
        private final String id;
        private final Revision revision;
        private final Check check;
        private final LocalDate from;
        private final List<Leave> leaves = new ArrayList<>();
        private Optional<String> team = Optional.empty();
        private Optional<String> region = Optional.empty();
        private Optional<LocalDate> hired = Optional.empty();
        private Optional<String> role = Optional.empty();

        private State(String id, Revision revision, Check check, LocalDate from) {
            this.id = id;
            this.revision = revision;
            this.check = check;
            this.from = from;
        }

        /** The team's opaque id. */
        public State team(String teamId) {
            team = Optional.of(check.id("team", teamId));
            return this;
        }

        /** The region's id. */
        public State region(String regionId) {
            region = Optional.of(check.id("region", regionId));
            return this;
        }

        /** The rep's role, as HR calls it: a word that rules can name. */
        public State role(String roleName) {
            role = Optional.of(check.id("role", roleName));
            return this;
        }

        /** The rep's first day at work. */
        public State hired(LocalDate day) {
            hired = Optional.of(check.date("hired", day));
            return this;
        }

        /** A leave, beside those given before, with its last day. */
        public State leave(LocalDate first, LocalDate last) {
            if (last.isBefore(first)) {
                throw check.invalid("leaves", "have one from " + first + " that ends before, on " + last);
            }
            return leave(new Leave(check.date("leaves", first), check.date("leaves", last)));
        }

        /** A leave whose end is open. */
        public State leave(LocalDate first) {
            return leave(new Leave(check.date("leaves", first), null));
        }

        private State leave(Leave leave) {
            if (leaves.size() == Limits.MAX_LEAVES) {
                throw check.invalid("leaves", "are more than " + Limits.MAX_LEAVES);
            }
            leaves.add(leave);
            return this;
        }

        /** The event. */
        public SourceEvent<RepEvent> build() {
            RepState state = new RepState(
                    team.orElse(null), region.orElse(null), hired.orElse(null), List.copyOf(leaves), role.orElse(null));
            return event(id, revision, from, state);
        }
    }
}
