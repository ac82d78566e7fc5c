package io.upswing.core.entity;

import io.upswing.core.entity.DealChange.Field;
import io.upswing.core.entity.DealState.Share;
import io.upswing.core.entity.DealState.Status;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A patch of a deal for tests. Days are days of March 2026. */
final class PatchBuilder {
    private Optional<Status> status = Optional.empty();
    private Optional<Field<OptionalLong>> amount = Optional.empty();
    private Optional<Field<OptionalInt>> closed = Optional.empty();
    private Optional<Field<Optional<String>>> owner = Optional.empty();
    private Optional<Field<List<Share>>> credits = Optional.empty();

    static PatchBuilder patch() {
        return new PatchBuilder();
    }

    PatchBuilder won(int day) {
        status = Optional.of(Status.WON);
        closed = Optional.of(new Field<>(OptionalInt.of(EntityStory.march(day))));
        return this;
    }

    PatchBuilder worth(long minorUnits) {
        amount = Optional.of(new Field<>(OptionalLong.of(minorUnits)));
        return this;
    }

    PatchBuilder withoutAmount() {
        amount = Optional.of(new Field<>(OptionalLong.empty()));
        return this;
    }

    PatchBuilder owner(String rep) {
        owner = Optional.of(new Field<>(Optional.of(rep)));
        return this;
    }

    PatchBuilder withoutOwner() {
        owner = Optional.of(new Field<>(Optional.empty()));
        return this;
    }

    PatchBuilder credit(List<Share> shares) {
        credits = Optional.of(new Field<>(shares));
        return this;
    }

    DealChange build() {
        return new DealChange.Patch(
                status,
                Optional.empty(),
                amount,
                Optional.empty(),
                Optional.empty(),
                closed,
                Optional.empty(),
                owner,
                credits);
    }
}
