package io.upswing.cli;

import io.upswing.app.config.AppConfig;
import io.upswing.cli.shell.CommandFailed;
import io.upswing.cli.shell.Context;
import io.upswing.cli.shell.ExitCode;
import io.upswing.cli.shell.Signals;
import io.upswing.cli.simulating.Metronome;
import io.upswing.cli.simulating.SimulationRun;
import io.upswing.cli.simulating.Wishes;
import io.upswing.producers.simulator.Ingredient;
import io.upswing.producers.simulator.Pace;
import io.upswing.producers.simulator.Simulation;
import io.upswing.producers.simulator.SimulationResult;
import io.upswing.producers.simulator.SimulationSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Publishes a sales organization that does not exist. */
@Command(
        name = "simulate",
        description = {
            "Publish what the CRM and the HR system of a made-up sales organization say, day by day.",
            "For topics made by 'topics create --history', while the live clock is off. Ctrl-C stops it after the"
                    + " current transaction; the same simulation run again goes on."
        })
final class SimulateCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private ConfigOptions configOptions = new ConfigOptions();

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--reps", defaultValue = "200", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
    private int reps;

    @Option(names = "--teams", paramLabel = "N", description = "Default: one for ten reps.")
    private Optional<Integer> teams = Optional.empty();

    @Option(names = "--regions", paramLabel = "N", description = "Default: one for five teams.")
    private Optional<Integer> regions = Optional.empty();

    @Option(
            names = "--first-day",
            defaultValue = "2024-01-01",
            paramLabel = "DATE",
            description = "Default: ${DEFAULT-VALUE}.")
    private LocalDate firstDay = LocalDate.EPOCH;

    @Option(names = "--days", defaultValue = "731", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
    private int days;

    @Option(names = "--rate", paramLabel = "N", description = "Records per second. Default: as fast as possible.")
    private Optional<Double> rate = Optional.empty();

    @Option(
            names = "--bad-records",
            paramLabel = "SHARE",
            description = "How many records are followed by one that must not count, 0 to 1. Default: 0.002.")
    private Optional<Double> badRecords = Optional.empty();

    @Option(
            names = "--decline",
            paramLabel = "REP:FROM:FACTOR[:UNTIL]",
            description =
                    "From a day on, up to another, a rep's deals and wins fall to this share. Can be given several"
                            + " times.")
    private final List<String> declines = new ArrayList<>();

    @Option(
            names = "--steady",
            paramLabel = "REP:WINS",
            description = "One more rep, who wins so many deals in every 30 days. Can be given several times.")
    private final List<String> steady = new ArrayList<>();

    @Option(
            names = "--share",
            paramLabel = "INGREDIENT=SHARE",
            description = "Another share of an ingredient, 0 to 1, see docs/simulator.md. Can be given several times.")
    private final Map<String, Double> shares = new LinkedHashMap<>();

    @Option(names = "--truth", paramLabel = "DIR", description = "Where to write the truth, as CSV files.")
    private Optional<Path> truth = Optional.empty();

    @Option(names = "--dry-run", description = "Simulate, write the truth, publish nothing. Needs no broker.")
    private boolean dryRun;

    SimulateCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        AppConfig config = configOptions.load(context.environment());
        Pace pace = pace();
        SimulationRun run = new SimulationRun(new Simulation(settings(config)), truth, context.console());
        if (dryRun) {
            context.console().print(run.summary(run.dry()));
            context.console().print("Nothing was published (--dry-run).");
            return ExitCode.OK;
        }
        return publish(config, run, pace);
    }

    private SimulationSettings settings(AppConfig config) {
        int ofTeams = teams.orElse(Math.max(1, reps / 10));
        int ofRegions = regions.orElse(Math.max(1, ofTeams / 5));
        Map<String, Double> allShares = new LinkedHashMap<>(shares);
        badRecords.ifPresent(share -> allShares.put(Ingredient.BAD_RECORDS.id(), share));
        try {
            SimulationSettings plain = SimulationSettings.usual(
                            seed,
                            config.organization().zone().zone(),
                            config.organization().currency())
                    .withFiscalYearFrom(
                            Month.of(config.organization().calendar().fiscalYearStart()))
                    .over(firstDay, days)
                    .of(reps, ofTeams, ofRegions);
            return new Wishes(declines, steady, allShares).addTo(plain);
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
        }
    }

    private Pace pace() {
        if (rate.isEmpty()) {
            return Pace.FASTEST;
        }
        if (!(rate.get() > 0)) {
            throw new CommandFailed(ExitCode.USAGE, "--rate must be more than 0, not " + rate.get());
        }
        return Metronome.of(rate.get());
    }

    private int publish(AppConfig config, SimulationRun run, Pace pace) {
        try (Signals signals = Signals.listen();
                Cluster cluster = Cluster.of(config)) {
            ImportCommand.mustBeRight(cluster.checkImported());
            SimulationResult result = run.into(config, cluster.catalogue(), pace, signals::told);
            context.console().print(run.summary(result));
            if (!result.finished()) {
                context.console()
                        .say("Stopped between two transactions: the same simulation, run again, publishes the rest.");
            }
            return result.finished() ? ExitCode.OK : ExitCode.FAILED;
        }
    }
}
