package io.upswing.core.entity;

import io.upswing.core.entity.DealState.Share;
import io.upswing.core.entity.DealState.Status;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What a source event says of a deal. */
public sealed interface DealChange {
    /** The whole state: a field without a value has none. */
    record Whole(DealState state) implements DealChange {}

    /** Some fields. */
    record Patch(
            Optional<Status> status,
            Optional<Field<Optional<String>>> stage,
            Optional<Field<OptionalLong>> amount,
            Optional<Field<Optional<String>>> currency,
            Optional<Field<OptionalInt>> created,
            Optional<Field<OptionalInt>> closed,
            Optional<Field<OptionalInt>> expectedClose,
            Optional<Field<Optional<String>>> owner,
            Optional<Field<List<Share>>> credits)
            implements DealChange {}

    /** A field set, or cleared where the value is empty. */
    record Field<T>(T value) {}

    /** The CRM no longer has the deal. */
    record Deleted() implements DealChange {}

    /** The deal became part of another, which the CRM restates. */
    record Merged(String into) implements DealChange {}

    /** Something was missed: the deal keeps counting, flagged, until its next whole state. */
    record Gap() implements DealChange {}
}
