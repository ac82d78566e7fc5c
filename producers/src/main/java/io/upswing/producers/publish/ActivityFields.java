package io.upswing.producers.publish;

import io.upswing.schemas.ActivityChannel;
import io.upswing.schemas.ActivityPatch;
import io.upswing.schemas.ActivityStatus;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The fields that a whole state and a patch of an activity both set. Each method throws {@link InvalidEventException} for a
 * value that Upswing would not take.
 *
 * @param <B> the builder
 */
public abstract sealed class ActivityFields<B extends ActivityFields<B>>
        permits ActivityEvents.Whole, ActivityEvents.Patch {
    final String id;
    final Revision revision;
    final Check check;
    final ActivityPatch fields = ActivityPatch.newBuilder().build();

    ActivityFields(String id, Revision revision, Check check) {
        this.id = id;
        this.revision = revision;
        this.check = check;
    }

    abstract B self();

    /** Only what is done counts. */
    public B status(ActivityStatus status) {
        fields.setStatus(status);
        return self();
    }

    /** The day on which it took place: the day that it counts on. */
    public B happened(LocalDate day) {
        fields.setHappened(check.date("happened", day));
        return self();
    }

    /** When it took place; dated in the organization's time zone. */
    public B happened(Instant moment) {
        fields.setHappened(check.instant("happened", moment));
        return self();
    }

    /** The day on which it was entered into the CRM. */
    public B logged(LocalDate day) {
        fields.setLogged(check.date("logged", day));
        return self();
    }

    /** When it was entered into the CRM. */
    public B logged(Instant moment) {
        fields.setLogged(check.instant("logged", moment));
        return self();
    }

    /** Whose activity it is: a rep's opaque id. */
    public B owner(String rep) {
        fields.setOwner(check.id("owner", rep));
        return self();
    }

    /** The deal that it belongs to. */
    public B deal(String deal) {
        fields.setDeal(check.id("deal", deal));
        return self();
    }

    /** The lead that it belongs to. */
    public B lead(String lead) {
        fields.setLead(check.id("lead", lead));
        return self();
    }

    /** Where it was logged from. */
    public B channel(ActivityChannel channel) {
        fields.setChannel(channel);
        return self();
    }
}
