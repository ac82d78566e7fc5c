package io.upswing.producers.simulator;

import java.time.LocalDate;

/** Spreads a steady rep's deals so evenly over the days that every 30 days have as many wins and losses as asked for. */
final class SteadyDeals {
    private static final int SPAN = 30;
    private static final int LONGEST_CYCLE = 120;

    private final SimulationSettings settings;
    private final DealDesk desk;
    private final Draws.Seeds seeds;

    SteadyDeals(SimulationSettings settings, DealDesk desk) {
        this.settings = settings;
        this.desk = desk;
        this.seeds = new Draws.Seeds(settings.seed());
    }

    void plan(Career career, SteadyRep steady) {
        for (int day = 0; day < settings.days(); day++) {
            long wins = onDay(day, steady.winsPer30Days());
            long losses = onDay(day, steady.lossesPer30Days());
            for (int n = 1; n <= Math.max(wins, losses); n++) {
                if (n <= wins) {
                    plan(career, steady, day, steady.rep() + "-d" + (day + 1) + "-" + n, true);
                }
                if (n <= losses) {
                    plan(career, steady, day, steady.rep() + "-d" + (day + 1) + "-l" + n, false);
                }
            }
        }
    }

    private static long onDay(int day, long perSpan) {
        return (day + 1) * perSpan / SPAN - day * perSpan / SPAN;
    }

    private void plan(Career career, SteadyRep steady, int day, String id, boolean won) {
        double length = seeds.of("steady", id).logNormal(steady.medianCycleDays(), 0.6);
        int cycle = Math.clamp(Math.round(length), 1, LONGEST_CYCLE);
        LocalDate closed = settings.firstDay().plusDays(day);
        LocalDate created = closed.minusDays(cycle);
        desk.createPlain(
                id, career, created.isBefore(settings.firstDay()) ? settings.firstDay() : created, closed, won);
    }
}
