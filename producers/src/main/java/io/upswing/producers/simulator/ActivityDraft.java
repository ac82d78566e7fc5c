package io.upswing.producers.simulator;

import io.upswing.schemas.ActivityChannel;
import io.upswing.schemas.ActivityField;
import io.upswing.schemas.ActivityKind;
import io.upswing.schemas.ActivityPatch;
import io.upswing.schemas.ActivityState;
import io.upswing.schemas.ActivityStatus;
import io.upswing.schemas.Deleted;
import io.upswing.schemas.Gap;
import io.upswing.schemas.Merged;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** An activity in the CRM: what it is now, and what the edit under way will tell of it. */
final class ActivityDraft implements Draft {
    private ActivityKind kind;
    private ActivityStatus status = ActivityStatus.DONE;
    private @Nullable Object happened;
    private @Nullable Object logged;
    private @Nullable String owner;
    private @Nullable String deal;
    private @Nullable ActivityChannel channel;

    private ActivityPatch patch = emptyPatch();
    private @Nullable Object instead;
    private boolean gone;

    ActivityDraft(ActivityKind kind) {
        this.kind = kind;
    }

    private static ActivityPatch emptyPatch() {
        return new ActivityPatch(null, null, null, null, null, null, null, null, new ArrayList<>());
    }

    void kind(ActivityKind value) {
        kind = value;
        patch.setKind(value);
    }

    void status(ActivityStatus value) {
        status = value;
        patch.setStatus(value);
    }

    /** @param value a date or an instant */
    void happened(Object value) {
        happened = value;
        patch.setHappened(value);
    }

    /** @param value a date or an instant */
    void logged(@Nullable Object value) {
        logged = value;
        patch.setLogged(value);
        clear(value, ActivityField.LOGGED);
    }

    void owner(@Nullable String value) {
        owner = value;
        patch.setOwner(value);
        clear(value, ActivityField.OWNER);
    }

    void deal(@Nullable String value) {
        deal = value;
        patch.setDeal(value);
        clear(value, ActivityField.DEAL);
    }

    void channel(@Nullable ActivityChannel value) {
        channel = value;
        patch.setChannel(value);
        clear(value, ActivityField.CHANNEL);
    }

    private void clear(@Nullable Object value, ActivityField field) {
        if (value == null) {
            patch.getCleared().add(field);
        }
    }

    void delete() {
        instead = new Deleted();
        gone = true;
    }

    void mergeInto(String survivor) {
        instead = new Merged(survivor);
        gone = true;
    }

    /** What is edited is not told, but that something was missed. */
    void miss() {
        instead = new Gap("export failed");
    }

    /** Tells the whole state. */
    void restate() {
        instead = new ActivityState(kind, status, happened, logged, owner, deal, null, channel);
    }

    @Override
    public boolean isGone() {
        return gone;
    }

    @Override
    public Object told(boolean whole) {
        if (whole && instead == null) {
            restate();
        }
        Object change = instead != null ? instead : patch;
        instead = null;
        patch = emptyPatch();
        return change;
    }
}
