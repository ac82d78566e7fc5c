package io.upswing.producers.simulator;

import java.util.Optional;

/**
 * A rep added on request, to whom nothing happens but what is asked for: exactly this many deals are won in every 30 days,
 * and as many lost, unless the habits say otherwise; no leave, no corrections, nothing shared with colleagues. So all other
 * reps' records and KPIs are what they were without.
 *
 * @param rep           an id that no other rep has
 * @param winsPer30Days 0 to 3000
 * @param habits        how the rep works, if that is asked for too
 */
public record SteadyRep(String rep, int winsPer30Days, Optional<Habits> habits) {
    static final int MOST = 3_000;

    private static final double MEDIAN_CYCLE = 30;
    private static final double MEDIAN_AMOUNT = 8_000;

    public SteadyRep {
        if (rep.isBlank()) {
            throw new IllegalArgumentException("a rep's id is blank");
        }
        if (winsPer30Days < 0 || winsPer30Days > MOST) {
            throw new IllegalArgumentException("wins per 30 days are 0 to %d, not %d".formatted(MOST, winsPer30Days));
        }
    }

    /** With the usual habits. */
    public SteadyRep(String rep, int winsPer30Days) {
        this(rep, winsPer30Days, Optional.empty());
    }

    int lossesPer30Days() {
        return habits.map(Habits::lossesPer30Days).orElse(winsPer30Days);
    }

    double medianCycleDays() {
        return habits.map(Habits::medianCycleDays).orElse(MEDIAN_CYCLE);
    }

    double medianAmount() {
        return habits.map(Habits::medianAmount).orElse(MEDIAN_AMOUNT);
    }
}
