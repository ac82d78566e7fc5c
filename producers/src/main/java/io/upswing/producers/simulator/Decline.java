package io.upswing.producers.simulator;

import java.time.LocalDate;

/**
 * A decline put into a simulation on request. Where declines of a kind overlap, the deepest holds.
 *
 * @param until  the last day
 * @param factor 0 to 1
 */
public record Decline(String rep, LocalDate from, LocalDate until, double factor, Kind kind) {
    /** What declines. */
    public enum Kind {
        /**
         * From the first day on only {@code factor} of the rep's new deals and activities come about; and of the deals that
         * came before, only {@code factor} of those that would be won on its days are won, the others are lost. So wins fall
         * to {@code factor} at once, and no deal is thinned twice. After the last day all is as before; wins take a sales
         * cycle to recover.
         */
        EFFORT,
        /**
         * The rep does as much as before, but of the deals that would be won on its days only {@code factor} are, the others
         * are lost. Wins fall at once, and recover at once.
         */
        CLOSING
    }

    public Decline {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("a decline from %s can't end on %s".formatted(from, until));
        }
        // Not a number is refused too.
        if (!(factor >= 0 && factor <= 1)) {
            throw new IllegalArgumentException("a decline's factor is 0 to 1, not " + factor);
        }
    }

    /** A decline of effort. */
    public Decline(String rep, LocalDate from, LocalDate until, double factor) {
        this(rep, from, until, factor, Kind.EFFORT);
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
