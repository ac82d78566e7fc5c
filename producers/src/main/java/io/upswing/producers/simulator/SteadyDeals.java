package io.upswing.producers.simulator;

import java.time.LocalDate;

/** Spreads a steady rep's deals so evenly over the days that every 30 days have as many wins as asked for. */
final class SteadyDeals {
    private static final int SPAN = 30;
    private static final double MEDIAN_CYCLE = 30;
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
        long perSpan = steady.winsPer30Days();
        for (int day = 0; day < settings.days(); day++) {
            long count = (day + 1) * perSpan / SPAN - day * perSpan / SPAN;
            for (int n = 1; n <= count; n++) {
                plan(career, day, steady.rep() + "-d" + (day + 1) + "-" + n, true);
                plan(career, day, steady.rep() + "-d" + (day + 1) + "-l" + n, false);
            }
        }
    }

    private void plan(Career career, int day, String id, boolean won) {
        int cycle = Math.clamp(Math.round(seeds.of("steady", id).logNormal(MEDIAN_CYCLE, 0.6)), 1, LONGEST_CYCLE);
        LocalDate closed = settings.firstDay().plusDays(day);
        LocalDate created = closed.minusDays(cycle);
        desk.createPlain(
                id, career, created.isBefore(settings.firstDay()) ? settings.firstDay() : created, closed, won);
    }
}
