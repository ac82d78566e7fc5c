package io.upswing.faults;

import io.upswing.producers.simulator.SimulationResult;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Faults on purpose: broker, registry and instances run in processes of their own; while a simulated organization's records
 * and commands come in, processes are killed and paused at moments drawn from a seed. After each fault all that the
 * installation has said is compared, record by record, with what an undisturbed one had said at the same point.
 */
public final class Faults {
    private final FaultSettings settings;
    private final FaultListener listener;
    private final Schedule schedule;
    private final Load load;
    private final Path outcomes;
    private final Duration patience;
    private final List<SimulationResult> published = new ArrayList<>();

    /**
     * What is to be tried; {@link #run} does it.
     *
     * @param listener hears of each fault when it is over
     */
    public Faults(FaultSettings settings, FaultListener listener) {
        this(settings, listener, Await.PATIENCE);
    }

    /** @param patience with outputs that are not as they were undisturbed */
    Faults(FaultSettings settings, FaultListener listener, Duration patience) {
        this.settings = settings;
        this.patience = patience;
        this.listener = listener;
        schedule = new Schedule(Load.FIRST, settings);
        load = new Load(settings.seed(), schedule.days());
        outcomes = settings.dir().resolve("undisturbed");
    }

    /**
     * Runs the load undisturbed, then once for each number of instances with faults. A run ends at the first difference,
     * and whatever fails from the moment that a fault is waited for is one; the next run begins anew.
     *
     * @return what came of each fault
     * @throws Exception if something fails in the undisturbed run, before the first fault of another, or at the end of its
     *     load
     */
    public List<FaultResult> run() throws Exception {
        undisturbed();
        List<FaultResult> results = new ArrayList<>();
        for (int run = 0; run < settings.instances().size(); run++) {
            results.addAll(disturbed(run, AppProcess.class));
        }
        return results;
    }

    /** Writes what all runs are compared with. */
    void undisturbed() throws Exception {
        listener.begins(schedule.days());
        Instant begin = Instant.now();
        Outcome last = in("undisturbed.", AppProcess.class, 1, run -> {
            Outcome outcome = run.undisturbed(schedule.legs(0), outcomes);
            published.add(run.published());
            return outcome;
        });
        listener.undisturbed(new FaultListener.Undisturbed(
                last.of("export").size(),
                last.of("issues.events").size(),
                last.of("plans.events").size(),
                last.of("command-results").size(),
                last.of("dead-letters").size(),
                Duration.between(begin, Instant.now())));
    }

    /**
     * A run with faults.
     *
     * @param run which, from 0
     * @param app the class that runs an instance
     */
    List<FaultResult> disturbed(int run, Class<?> app) throws Exception {
        List<FaultResult> results = new ArrayList<>();
        in("disturbed-" + (run + 1) + ".", app, settings.instances().get(run), disturbed -> {
            boolean isWell = disturbed.disturbed(schedule.legs(run), outcomes, result -> {
                results.add(result);
                listener.suffered(result);
            });
            if (isWell) {
                published.add(disturbed.published());
            }
            return results;
        });
        return results;
    }

    /** What the load of each run has published, the undisturbed one first; without runs that ended at a difference. */
    List<SimulationResult> published() {
        return List.copyOf(published);
    }

    private interface Runs<T> {
        T over(FaultRun run) throws Exception;
    }

    private <T> T in(String prefix, Class<?> app, int instances, Runs<T> runs) throws Exception {
        Path dir = settings.dir().resolve(app.getSimpleName() + "-" + prefix.substring(0, prefix.length() - 1));
        try (Rig rig = new Rig(dir, app, settings.brokerSession())) {
            Site site = rig.site(prefix);
            Load.prepare(site, dir);
            try (FaultRun run = new FaultRun(rig, site, load, instances, patience)) {
                return runs.over(run);
            }
        }
    }
}
