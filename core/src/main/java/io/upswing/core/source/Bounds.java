package io.upswing.core.source;

import io.upswing.core.source.Refusal.Reason;
import io.upswing.core.time.Days;
import java.util.Optional;

/**
 * The bounds of what the stages take.
 *
 * @param horizonDays how far a date may lie ahead of the recorded date
 */
public record Bounds(int horizonDays) {
    /** In minor units, either way: no sum of such amounts can overflow 64 bits. */
    public static final long MAX_AMOUNT = 10_000_000_000_000L;

    /** Of an id, in bytes of UTF-8. */
    public static final int MAX_ID_BYTES = 1024;

    private static final int EARLIEST = Days.of("1990-01-01");
    private static final int LATEST = Days.of("2100-12-31");

    public Bounds {
        if (horizonDays < 1) {
            throw new IllegalArgumentException("the horizon must be at least 1 day, not " + horizonDays);
        }
    }

    /** Why a date recorded on day k is not taken, if so. */
    public Optional<Refusal> date(String field, long day, int k) {
        if (day < EARLIEST || day > LATEST) {
            return Optional.of(new Refusal(
                    Reason.DATE_OUT_OF_BOUNDS,
                    field + " is epoch day " + day + ", outside " + Days.date(EARLIEST) + " to " + Days.date(LATEST)));
        }
        if (k != Days.BEFORE_ALL && day > (long) k + horizonDays) {
            return Optional.of(new Refusal(
                    Reason.DATE_OUT_OF_BOUNDS,
                    field + " " + Days.text((int) day) + " is more than " + horizonDays
                            + " days ahead of the day on which it was recorded, " + Days.text(k)));
        }
        return Optional.empty();
    }

    /** Why an amount is not taken, if so. */
    public Optional<Refusal> amount(String field, long minorUnits) {
        return minorUnits > MAX_AMOUNT || minorUnits < -MAX_AMOUNT
                ? Optional.of(new Refusal(
                        Reason.AMOUNT_OUT_OF_BOUNDS,
                        field + " is " + minorUnits + " minor units, beyond ±" + MAX_AMOUNT))
                : Optional.empty();
    }
}
