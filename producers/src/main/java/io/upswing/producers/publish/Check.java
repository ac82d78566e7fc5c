package io.upswing.producers.publish;

import java.math.BigDecimal;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Objects;

/**
 * Checks the fields of one entity's event.
 *
 * @param subject how messages name the entity: {@code deal D-17}
 */
record Check(String subject) {
    /** A day that is in bounds in some time zone has instants this far on either side of the same day in UTC. */
    private static final ZoneOffset EASTERNMOST = ZoneOffset.MAX;

    private static final ZoneOffset WESTERNMOST = ZoneOffset.MIN;
    private static final Instant EARLIEST =
            Limits.FIRST_DAY.atStartOfDay(EASTERNMOST).toInstant();
    private static final Instant LATEST =
            Limits.LAST_DAY.plusDays(1).atStartOfDay(WESTERNMOST).toInstant();
    private static final int SHOWN = 60;

    /** An amount as events have it. */
    record Money(long minor, String currency) {}

    /** For the event of an entity, whose id is checked. */
    static Check of(String kind, String id) {
        Check check = new Check(kind + " " + shown(id));
        String unused = check.id("id", id);
        return check;
    }

    /** An id: not blank, and not too long. */
    String id(String field, String value) {
        String word = word(field, value);
        if (word.isBlank()) {
            throw invalid(field, "is '" + value + "', not an id: leave the field out, or clear it, if there is none");
        }
        return word;
    }

    /** A word of the CRM's: not too long. */
    String word(String field, String value) {
        int bytes = bytes(field, Objects.requireNonNull(value, field));
        if (bytes > Limits.MAX_ID_BYTES) {
            throw invalid(
                    field,
                    "is '%s' with %d bytes in UTF-8, not at most %d"
                            .formatted(shown(value), bytes, Limits.MAX_ID_BYTES));
        }
        return value;
    }

    /** How long it is in UTF-8. */
    int bytes(String field, String value) {
        try {
            return StandardCharsets.UTF_8
                    .newEncoder()
                    .encode(CharBuffer.wrap(value))
                    .remaining();
        } catch (CharacterCodingException e) {
            // Written all the same it would become a question mark, and two ids one.
            throw invalid(field, "has half a surrogate pair, not whole characters");
        }
    }

    /** A date, within the bounds. */
    LocalDate date(String field, LocalDate value) {
        if (value.isBefore(Limits.FIRST_DAY) || value.isAfter(Limits.LAST_DAY)) {
            throw invalid(field, "is %s, not %s to %s".formatted(value, Limits.FIRST_DAY, Limits.LAST_DAY));
        }
        return value;
    }

    /** An instant that some time zone dates within the bounds, in whole milliseconds. */
    Instant instant(String field, Instant value) {
        if (value.isBefore(EARLIEST) || !value.isBefore(LATEST)) {
            throw invalid(field, "is %s, not %s to %s".formatted(value, Limits.FIRST_DAY, Limits.LAST_DAY));
        }
        return value.truncatedTo(ChronoUnit.MILLIS);
    }

    /** An amount in minor units, within the bounds. */
    long minor(String field, long value) {
        if (value > Limits.MAX_AMOUNT_MINOR || value < -Limits.MAX_AMOUNT_MINOR) {
            throw tooMuch(field, Long.toString(value));
        }
        return value;
    }

    /** An amount in whole units of a currency: its decimals must be no more than the currency has. */
    Money money(String field, BigDecimal value, String code) {
        int digits = unit(code).getDefaultFractionDigits();
        if (digits < 0) {
            throw invalid("currency", "is '" + code + "', which has no minor unit");
        }
        BigDecimal minor = value.scaleByPowerOfTen(digits);
        if (minor.abs().compareTo(BigDecimal.valueOf(Limits.MAX_AMOUNT_MINOR)) > 0) {
            throw tooMuch(field, value + " " + code);
        }
        if (minor.stripTrailingZeros().scale() > 0) {
            throw invalid(
                    field,
                    "is %s %s with %d decimals, not at most %d"
                            .formatted(value, code, value.stripTrailingZeros().scale(), digits));
        }
        return new Money(minor.longValueExact(), code);
    }

    private InvalidEventException tooMuch(String field, String value) {
        return invalid(field, "is %s, beyond ±%d minor units".formatted(value, Limits.MAX_AMOUNT_MINOR));
    }

    /** The code of a currency of ISO 4217. */
    String currency(String code) {
        return unit(code).getCurrencyCode();
    }

    private Currency unit(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw invalid("currency", "is '" + shown(code) + "', not a code of ISO 4217 such as EUR");
        }
    }

    InvalidEventException invalid(String field, String problem) {
        return new InvalidEventException(subject, field, problem);
    }

    private static String shown(String value) {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "...";
    }
}
