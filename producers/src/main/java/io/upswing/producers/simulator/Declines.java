package io.upswing.producers.simulator;

import io.upswing.producers.simulator.Decline.Kind;
import java.time.LocalDate;
import java.util.List;

/** Thins out what declining reps do. What is left is what would have been there without. */
final class Declines {
    private final List<Decline> declines;
    private final Draws.Seeds seeds;

    Declines(SimulationSettings settings) {
        declines = settings.declines();
        seeds = new Draws.Seeds(settings.seed());
    }

    /** Whether a deal or an activity that would begin on a day does so. */
    boolean comesAbout(String rep, String id, LocalDate day) {
        return luck(id) < factor(rep, day, Kind.EFFORT);
    }

    /** Whether a deal that would be won on a day is. One that came about in a decline of effort has passed it already. */
    boolean isWon(String rep, String id, LocalDate created, LocalDate closed) {
        double luck = luck(id);
        boolean passed = factor(rep, created, Kind.EFFORT) < 1 || luck < factor(rep, closed, Kind.EFFORT);
        return passed && luck < factor(rep, closed, Kind.CLOSING);
    }

    private double luck(String id) {
        return declines.isEmpty() ? 0 : seeds.of("declines", id).uniform();
    }

    private double factor(String rep, LocalDate day, Kind kind) {
        return declines.stream()
                .filter(decline -> decline.kind() == kind && decline.rep().equals(rep) && decline.covers(day))
                .mapToDouble(Decline::factor)
                .min()
                .orElse(1);
    }
}
