package io.upswing.core.entity;

import io.upswing.core.entity.DealState.Share;
import io.upswing.core.entity.DealState.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A deal's whole state for tests. Days are days of March 2026. */
final class DealBuilder {
    private final Status status;
    private OptionalLong amount = OptionalLong.of(100);
    private Optional<String> currency = Optional.empty();
    private OptionalInt created = OptionalInt.of(EntityStory.march(2));
    private OptionalInt closed = OptionalInt.empty();
    private OptionalInt expectedClose = OptionalInt.empty();
    private Optional<String> owner = Optional.empty();
    private final List<Share> credits = new ArrayList<>();

    private DealBuilder(Status status) {
        this.status = status;
    }

    /** Created on the 2nd, worth 100. */
    static DealBuilder open() {
        return new DealBuilder(Status.OPEN);
    }

    static DealBuilder won(int day) {
        return new DealBuilder(Status.WON).closed(EntityStory.march(day));
    }

    static DealBuilder lost(int day) {
        return new DealBuilder(Status.LOST).closed(EntityStory.march(day));
    }

    DealBuilder owner(String rep) {
        owner = Optional.of(rep);
        return this;
    }

    DealBuilder credit(String rep, int basisPoints) {
        credits.add(new Share(rep, basisPoints));
        return this;
    }

    DealBuilder worth(long minorUnits) {
        amount = OptionalLong.of(minorUnits);
        return this;
    }

    DealBuilder withoutAmount() {
        amount = OptionalLong.empty();
        return this;
    }

    DealBuilder in(String code) {
        currency = Optional.of(code);
        return this;
    }

    DealBuilder created(int epochDay) {
        created = OptionalInt.of(epochDay);
        return this;
    }

    DealBuilder withoutCreated() {
        created = OptionalInt.empty();
        return this;
    }

    DealBuilder closed(int epochDay) {
        closed = OptionalInt.of(epochDay);
        return this;
    }

    DealBuilder withoutClosed() {
        closed = OptionalInt.empty();
        return this;
    }

    DealBuilder expected(int epochDay) {
        expectedClose = OptionalInt.of(epochDay);
        return this;
    }

    DealChange.Whole build() {
        return new DealChange.Whole(new DealState(
                status, Optional.empty(), amount, currency, created, closed, expectedClose, owner, credits));
    }
}
