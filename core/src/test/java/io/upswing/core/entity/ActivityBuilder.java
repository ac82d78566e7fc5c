package io.upswing.core.entity;

import io.upswing.core.entity.ActivityState.Channel;
import io.upswing.core.entity.ActivityState.Kind;
import io.upswing.core.entity.ActivityState.Moment;
import io.upswing.core.entity.ActivityState.Status;
import io.upswing.core.entity.DealChange.Field;
import java.util.Optional;
import java.util.OptionalLong;

/** An activity's whole state, or a patch of the fields that were set, for tests. Days are days of March 2026. */
final class ActivityBuilder {
    private Optional<Kind> kind = Optional.empty();
    private Optional<Status> status = Optional.empty();
    private Optional<Field<Optional<Moment>>> happened = Optional.empty();
    private Optional<Field<Optional<Moment>>> logged = Optional.empty();
    private Optional<Field<Optional<String>>> owner = Optional.empty();
    private Optional<Field<Optional<Channel>>> channel = Optional.empty();

    private ActivityBuilder() {}

    /** A patch of nothing yet. */
    static ActivityBuilder patch() {
        return new ActivityBuilder();
    }

    /** Done by ada on a day, and never logged. */
    static ActivityBuilder done(Kind kind, int day) {
        return patch().kind(kind).status(Status.DONE).happened(day(day)).owner("ada");
    }

    static Moment day(int day) {
        return new Moment(EntityStory.march(day), OptionalLong.empty());
    }

    /** A second of a day. */
    static Moment at(int day, long second) {
        return new Moment(EntityStory.march(day), OptionalLong.of(EntityStory.march(day) * 86_400L + second));
    }

    ActivityBuilder kind(Kind is) {
        kind = Optional.of(is);
        return this;
    }

    ActivityBuilder status(Status is) {
        status = Optional.of(is);
        return this;
    }

    ActivityBuilder happened(Moment moment) {
        happened = Optional.of(new Field<>(Optional.of(moment)));
        return this;
    }

    ActivityBuilder withoutHappened() {
        happened = Optional.of(new Field<>(Optional.empty()));
        return this;
    }

    ActivityBuilder logged(Moment moment) {
        logged = Optional.of(new Field<>(Optional.of(moment)));
        return this;
    }

    ActivityBuilder withoutLogged() {
        logged = Optional.of(new Field<>(Optional.empty()));
        return this;
    }

    ActivityBuilder owner(String rep) {
        owner = Optional.of(new Field<>(Optional.of(rep)));
        return this;
    }

    ActivityBuilder withoutOwner() {
        owner = Optional.of(new Field<>(Optional.empty()));
        return this;
    }

    ActivityBuilder on(Channel is) {
        channel = Optional.of(new Field<>(Optional.of(is)));
        return this;
    }

    ActivityChange build() {
        return new ActivityChange.Patch(
                kind, status, happened, logged, owner, Optional.empty(), Optional.empty(), channel);
    }

    ActivityChange whole() {
        return new ActivityChange.Whole(new ActivityState(
                kind.orElseThrow(),
                status.orElseThrow(),
                happened.flatMap(Field::value),
                logged.flatMap(Field::value),
                owner.flatMap(Field::value),
                Optional.empty(),
                Optional.empty(),
                channel.flatMap(Field::value)));
    }
}
