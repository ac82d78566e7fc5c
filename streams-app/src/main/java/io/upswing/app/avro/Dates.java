package io.upswing.app.avro;

import io.upswing.core.entity.ActivityState.Moment;
import io.upswing.core.source.Refusal;
import io.upswing.core.source.Refusal.Reason;
import io.upswing.core.time.Days;
import io.upswing.core.time.OrganizationZone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Dates as they come from outside: a date is taken as it is, an instant is dated in the organization's time zone. */
final class Dates {
    /** Beyond these an instant has no day that could be taken; the exact bounds are the stage's. */
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Dates() {}

    static OptionalInt of(String field, @Nullable Object value, OrganizationZone zone) {
        return switch (value) {
            case null -> OptionalInt.empty();
            case LocalDate date -> OptionalInt.of(Days.of(date));
            case Instant instant -> OptionalInt.of(dayOf(field, instant, zone));
            default -> throw new IllegalArgumentException(field + " is neither a date nor an instant: " + value);
        };
    }

    static Optional<Moment> moment(String field, @Nullable Object value, OrganizationZone zone) {
        OptionalInt day = of(field, value, zone);
        if (day.isEmpty()) {
            return Optional.empty();
        }
        OptionalLong second =
                value instanceof Instant instant ? OptionalLong.of(instant.getEpochSecond()) : OptionalLong.empty();
        return Optional.of(new Moment(day.getAsInt(), second));
    }

    /** A date that no stage checks further; empty where there is none. */
    static OptionalInt of(String field, @Nullable LocalDate date) {
        return date == null ? OptionalInt.empty() : OptionalInt.of(day(field, date));
    }

    /** A date that no stage checks further. */
    static int day(String field, LocalDate date) {
        try {
            return Days.checked(Days.of(date));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new RefusedException(new Refusal(
                    Reason.DATE_OUT_OF_BOUNDS,
                    field + " is " + date + ", outside 1900 to 2200; where there is no date, leave it out"));
        }
    }

    private static int dayOf(String field, Instant instant, OrganizationZone zone) {
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw new RefusedException(
                    new Refusal(Reason.DATE_OUT_OF_BOUNDS, field + " is " + instant + ", outside 1990 to 2100"));
        }
        return zone.dayOf(instant);
    }
}
