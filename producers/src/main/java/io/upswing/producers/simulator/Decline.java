package io.upswing.producers.simulator;

import java.time.LocalDate;

/**
 * A decline put into a simulation on request. From its first day on only {@code factor} of the rep's new deals and activities
 * come about; and of the deals that came before, only {@code factor} of those that would be won on its days are won, the
 * others are lost. So wins fall to {@code factor} at once, and no deal is thinned twice. After its last day all is as before;
 * wins take a sales cycle to recover.
 *
 * @param until  the last day
 * @param factor 0 to 1
 */
public record Decline(String rep, LocalDate from, LocalDate until, double factor) {
    public Decline {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("a decline from %s can't end on %s".formatted(from, until));
        }
        // Not a number is refused too.
        if (!(factor >= 0 && factor <= 1)) {
            throw new IllegalArgumentException("a decline's factor is 0 to 1, not " + factor);
        }
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
