package io.upswing.producers.simulator;

/**
 * A rep added on request, to whom nothing happens but what is asked for: exactly this many deals are won in every 30 days,
 * and as many lost; no leave, no corrections, nothing shared with colleagues. So all other reps' records and KPIs are what
 * they were without.
 *
 * @param rep          an id that no other rep has
 * @param winsPer30Days 0 to 3000
 */
public record SteadyRep(String rep, int winsPer30Days) {
    private static final int MOST = 3_000;

    public SteadyRep {
        if (rep.isBlank()) {
            throw new IllegalArgumentException("a rep's id is blank");
        }
        if (winsPer30Days < 0 || winsPer30Days > MOST) {
            throw new IllegalArgumentException("wins per 30 days are 0 to %d, not %d".formatted(MOST, winsPer30Days));
        }
    }
}
