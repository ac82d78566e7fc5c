package io.upswing.core.entity;

import io.upswing.core.entity.ActivityState.Channel;
import io.upswing.core.entity.ActivityState.Kind;
import io.upswing.core.entity.ActivityState.Moment;
import io.upswing.core.entity.ActivityState.Status;
import io.upswing.core.entity.DealChange.Field;
import java.util.Optional;

/** What a source event says of an activity. */
public sealed interface ActivityChange {
    /** The whole state: a field without a value has none. */
    record Whole(ActivityState state) implements ActivityChange {}

    /** Some fields. */
    record Patch(
            Optional<Kind> kind,
            Optional<Status> status,
            Optional<Field<Optional<Moment>>> happened,
            Optional<Field<Optional<Moment>>> logged,
            Optional<Field<Optional<String>>> owner,
            Optional<Field<Optional<String>>> deal,
            Optional<Field<Optional<String>>> lead,
            Optional<Field<Optional<Channel>>> channel)
            implements ActivityChange {}

    /** The CRM no longer has the activity. */
    record Deleted() implements ActivityChange {}

    /** The activity became part of another, which the CRM restates. */
    record Merged(String into) implements ActivityChange {}

    /** Something was missed: the activity keeps counting, flagged, until its next whole state. */
    record Gap() implements ActivityChange {}
}
