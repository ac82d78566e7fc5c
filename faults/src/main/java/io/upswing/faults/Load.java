package io.upswing.faults;

import io.upswing.producers.simulator.Ingredient;
import io.upswing.producers.simulator.Simulation;
import io.upswing.producers.simulator.SimulationSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What comes in during a run: a simulated sales organization, with commands on its issues and plans. */
final class Load {
    static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final int REPS = 12;
    private static final int TEAMS = 3;
    private static final int REGIONS = 2;
    /** So many that quotas can be judged within months. */
    private static final double DEALS_PER_DAY = 0.8;

    private static final double ACTIVITIES_PER_DAY = 2;
    private static final double BAD_RECORDS = 0.03;

    private final Simulation simulation;

    Load(long seed, int days) {
        simulation = new Simulation(new SimulationSettings(
                seed,
                FIRST,
                days,
                REPS,
                TEAMS,
                REGIONS,
                ZoneOffset.UTC,
                Currency.getInstance("USD"),
                Month.JANUARY,
                DEALS_PER_DAY,
                ACTIVITIES_PER_DAY,
                Map.of(Ingredient.BAD_RECORDS, BAD_RECORDS),
                List.of(),
                List.of()));
    }

    /** Makes the topics of a site for it, with the rules in force from the beginning. */
    static void prepare(Site site, Path dir) throws Exception {
        site.with("deals.stale-after-days", "30")
                // The next instance waits for it after a kill.
                .with("kafka.consumer.session.timeout.ms", Long.toString(Site.SESSION.toMillis()))
                .with("kafka.consumer.heartbeat.interval.ms", Long.toString(Site.SESSION.toMillis() / 4))
                // Fewer days at a time, so that a fault can come between them.
                .with("evaluation.max-days-ahead", "5")
                .createTopics();
        CaseRules.publish(site, dir);
    }

    /** The commands on its reps. */
    CaseLoad commands(Site site) {
        return new CaseLoad(
                site,
                new CaseCommands(
                        FIRST,
                        IntStream.rangeClosed(1, REPS)
                                .mapToObj(SimulationSettings::repId)
                                .toList()));
    }

    /** Begins to come in. */
    SimulatedLoad into(Site site, CaseLoad commands) {
        return new SimulatedLoad(site, simulation, commands);
    }
}
