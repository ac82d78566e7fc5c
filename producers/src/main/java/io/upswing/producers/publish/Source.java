package io.upswing.producers.publish;

import io.upswing.schemas.cloudevents.CloudEvent;
import io.upswing.schemas.serde.TrustedSchemas;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * A system that says what happened: a CRM, an HR system. Gives the builders of its events.
 *
 * @param name a short name, such as {@code acme-crm}; each event carries it
 * @param versioned whether each of its events has a version, or none
 */
public record Source(String name, boolean versioned) {
    static {
        // Events may be built, by a connector's tests too, where no serde is.
        TrustedSchemas.trust();
    }

    /**
     * Checks the name.
     *
     * @throws InvalidEventException if it is blank or too long
     */
    public Source {
        name = new Check("source").id("name", name);
    }

    /** A system that counts the versions of its entities. */
    public static Source versioned(String name) {
        return new Source(name, true);
    }

    /** A system without versions: when a change occurred decides. */
    public static Source unversioned(String name) {
        return new Source(name, false);
    }

    /** What it says of deals. */
    public DealEvents deals() {
        return new DealEvents(this);
    }

    /** What it says of activities. */
    public ActivityEvents activities() {
        return new ActivityEvents(this);
    }

    /** Where it says reps stand in the organization. */
    public RepEvents reps() {
        return new RepEvents(this);
    }

    /** What it says of quotas. */
    public QuotaEvents quotas() {
        return new QuotaEvents(this);
    }

    /** What it calls reps, teams and regions. */
    public NameEvents names() {
        return new NameEvents(this);
    }

    /** Versions beside none in one source would not be compared by time, as someone who mixes them expects. */
    void check(Check check, Revision revision) {
        if (revision.version().isPresent() != versioned) {
            throw check.invalid(
                    "sourceVersion",
                    versioned
                            ? "is not given, but the events of '" + name + "' have versions"
                            : "is " + revision.version().getAsLong() + ", but the events of '" + name + "' have none");
        }
    }

    CloudEvent attributes(String eventId, SpecificRecord event, Optional<Instant> time, String subject) {
        return new CloudEvent(eventId, name, event.getSchema().getFullName(), time, subject);
    }
}
