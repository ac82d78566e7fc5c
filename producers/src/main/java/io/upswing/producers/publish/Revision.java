package io.upswing.producers.publish;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Where a change stands among the changes of its entity: of two changes the one with the higher version stands, then the one
 * that occurred later, then the one with the higher event id, whatever arrives first.
 *
 * @param version the CRM's version of the entity, from 0, growing with each change; empty if the CRM has none
 * @param occurredAt when the change happened in the CRM; whole milliseconds count
 * @param eventId the CRM's own id of the event; empty: one is made from what the event says
 */
public record Revision(OptionalLong version, Instant occurredAt, Optional<String> eventId) {
    private static final Check CHECK = new Check("revision");

    /**
     * Checks the ranges.
     *
     * @throws InvalidEventException if one is left
     */
    public Revision {
        if (version.isPresent() && version.getAsLong() < 0) {
            throw CHECK.invalid("sourceVersion", "is " + version.getAsLong() + ", not 0 or more");
        }
        occurredAt = CHECK.instant("occurredAt", occurredAt);
        eventId = eventId.map(id -> CHECK.id("eventId", id));
    }

    /** A version of an entity, from a CRM that counts them. */
    public static Revision of(long version, Instant occurredAt) {
        return new Revision(OptionalLong.of(version), occurredAt, Optional.empty());
    }

    /** A change from a CRM that has no versions: when it occurred decides. */
    public static Revision at(Instant occurredAt) {
        return new Revision(OptionalLong.empty(), occurredAt, Optional.empty());
    }

    /** The same with the CRM's own id of the event, which decides ties only. */
    public Revision withEventId(String own) {
        return new Revision(version, occurredAt, Optional.of(own));
    }

    /** As Avro's classes take it. */
    @Nullable
    Long versionOrNull() {
        return version.isPresent() ? version.getAsLong() : null;
    }
}
