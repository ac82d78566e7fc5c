package io.upswing.cli.simulating;

import io.upswing.app.config.AppConfig;
import io.upswing.cli.render.ProgressBar;
import io.upswing.cli.shell.Console;
import io.upswing.producers.simulator.Pace;
import io.upswing.producers.simulator.SimulatedDay;
import io.upswing.producers.simulator.Simulation;
import io.upswing.producers.simulator.SimulationListener;
import io.upswing.producers.simulator.SimulationPublisher;
import io.upswing.producers.simulator.SimulationResult;
import io.upswing.producers.simulator.TruthFiles;
import io.upswing.schemas.topics.TopicCatalogue;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Makes a simulation, with a progress bar, and the truth beside it if it is asked for. */
public final class SimulationRun {
    private final Simulation simulation;
    private final Optional<Path> truth;
    private final Console console;

    public SimulationRun(Simulation simulation, Optional<Path> truth, Console console) {
        this.simulation = simulation;
        this.truth = truth;
        this.console = console;
    }

    /** Only counts what would be published. */
    public SimulationResult dry() {
        ProgressBar bar = console.progress("Simulating");
        try (@Nullable TruthFiles files = truthFiles()) {
            long[] counts = new long[3];
            simulation.days().forEach(day -> {
                add(day, files);
                counts[0]++;
                counts[1] += day.records().size();
                counts[2] += day.records().stream()
                        .filter(record -> !record.isGood())
                        .count();
                show(bar, counts[0], counts[1]);
            });
            return new SimulationResult(true, counts[0], 0, counts[1], counts[2]);
        } finally {
            bar.end();
        }
    }

    /**
     * Publishes to the cluster of a configuration, whose topics are there.
     *
     * @param stop asked between transactions
     */
    public SimulationResult into(AppConfig config, TopicCatalogue topics, Pace pace, BooleanSupplier stop) {
        ProgressBar bar = console.progress("Simulating");
        try (@Nullable TruthFiles files = truthFiles();
                SimulationPublisher publisher = SimulationPublisher.connect(config.clientConfig(), topics)) {
            bar.show(0, 1, "");
            return publisher.run(simulation, pace, new SimulationListener() {
                @Override
                public void made(SimulatedDay day) {
                    add(day, files);
                }

                @Override
                public void committed(long days, long records) {
                    show(bar, days, records);
                }

                @Override
                public boolean isToStop() {
                    return stop.getAsBoolean();
                }
            });
        } finally {
            bar.end();
        }
    }

    private @Nullable TruthFiles truthFiles() {
        return truth.map(folder -> new TruthFiles(folder, simulation.settings()))
                .orElse(null);
    }

    private static void add(SimulatedDay day, @Nullable TruthFiles files) {
        if (files != null) {
            files.add(day);
        }
    }

    private void show(ProgressBar bar, long days, long records) {
        long total = simulation.settings().days();
        bar.show(days, total, String.format(Locale.ROOT, "day %,d of %,d, %,d records", days, total, records));
    }

    /** What was made, in a sentence or two. */
    public String summary(SimulationResult result) {
        String made = String.format(
                Locale.ROOT,
                "Simulated %,d days from %s: %,d records, %,d of them bad.",
                result.days(),
                simulation.settings().firstDay(),
                result.records(),
                result.badRecords());
        return result.daysBefore() == 0
                ? made
                : made
                        + String.format(
                                Locale.ROOT,
                                " %,d days were closed before: nothing was sent of them.",
                                result.daysBefore());
    }
}
