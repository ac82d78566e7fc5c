package io.upswing.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A run of one installation over the load, leg by leg. */
final class FaultRun implements AutoCloseable {
    /** Longer than an emit interval and a commit. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private static final Duration PATIENCE_WITH_OUTPUTS = Duration.ofSeconds(30);

    private final Site site;
    private final Installation installation;
    private final CaseLoad commands;
    private final SimulatedLoad load;

    FaultRun(Rig rig, Site site, Load load, int instances) throws Exception {
        this.site = site;
        installation = new Installation(rig, site, instances);
        commands = load.commands(site);
        this.load = load.into(site, commands);
    }

    /** Without faults; writes what has been said at the end of each leg. Returns what has been said in the end. */
    Outcome undisturbed(List<Leg> legs, Path outcomes) throws Exception {
        Outcome outcome = new Outcome(List.of());
        for (Leg leg : legs) {
            load.goOnTo(leg.last());
            awaitEvaluated(leg.last());
            outcome = settled();
            outcome.write(file(outcomes, leg));
        }
        mustBeAlive();
        load.result();
        return outcome;
    }

    private Outcome settled() throws Exception {
        Outcome[] seen = {outcome()};
        Await.until("the last outputs", installation::said, () -> {
            Thread.sleep(SETTLED);
            Outcome before = seen[0];
            seen[0] = outcome();
            return seen[0].equals(before);
        });
        return seen[0];
    }

    /** With the faults of the legs, each compared at its end with the outcomes of an undisturbed run. */
    void disturbed(List<Leg> legs, Path outcomes, Consumer<FaultResult> listener) throws Exception {
        for (Leg leg : legs) {
            load.goOnTo(leg.last());
            if (leg.moment().isPresent()) {
                FaultResult result = suffer(leg, leg.moment().get(), file(outcomes, leg));
                listener.accept(result);
                if (!result.isWell()) {
                    // What differs once differs from there on.
                    return;
                }
            } else {
                awaitEvaluated(leg.last());
            }
        }
        load.result();
    }

    private FaultResult suffer(Leg leg, Leg.Moment moment, Path undisturbed) throws Exception {
        LocalDate openDay = awaitOpen(moment.day());
        Thread.sleep(moment.after());
        Instant begin = Instant.now();
        Duration recovery;
        List<String> differences;
        try {
            installation.suffer(moment);
            awaitEvaluated(leg.last());
            recovery = Duration.between(begin, Instant.now());
            Await.until("all instances to be ready", installation::said, installation::isReady);
            differences = differences(Outcome.read(undisturbed));
        } catch (WaitedInVainException e) {
            recovery = Duration.between(begin, Instant.now());
            differences = List.of(String.valueOf(e.getMessage()));
        }
        return new FaultResult(installation.size(), leg.number(), moment.fault(), openDay, recovery, differences);
    }

    /**
     * Waits for outputs that are on their way; those that are still not there are differences, and so are those that come
     * after all was equal.
     */
    private List<String> differences(Outcome undisturbed) throws Exception {
        Instant end = Instant.now().plus(PATIENCE_WITH_OUTPUTS);
        List<String> differences = new ArrayList<>(installation.endedByThemselves());
        if (!differences.isEmpty()) {
            return differences;
        }
        differences.addAll(outcome().differences(undisturbed));
        while (!differences.isEmpty() && Instant.now().isBefore(end)) {
            Thread.sleep(SETTLED);
            differences = outcome().differences(undisturbed);
        }
        if (differences.isEmpty()) {
            Thread.sleep(SETTLED);
            differences = outcome().differences(undisturbed);
        }
        return differences;
    }

    private LocalDate awaitOpen(LocalDate day) throws Exception {
        LocalDate[] open = {LocalDate.MIN};
        try (AppViews views = installation.views()) {
            Await.until("the open day " + day, () -> open[0] + "\n" + installation.said(), () -> {
                open[0] = views.openDay("rep").orElse(open[0]);
                return !open[0].isBefore(day);
            });
        }
        return open[0];
    }

    private void awaitEvaluated(LocalDate day) throws Exception {
        try (AppViews views = installation.views()) {
            Await.until("the evaluations of " + day, installation::said, () -> views.hasEvaluated(day));
        }
    }

    private Outcome outcome() throws Exception {
        StringBuilder export = new StringBuilder();
        try (AppViews views = installation.views()) {
            Await.until("the export", installation::said, () -> {
                views.get("/api/v1/export").ifPresent(export::append);
                return !export.isEmpty();
            });
        }
        return Outcome.of(site, export.toString());
    }

    private void mustBeAlive() {
        List<String> ended = installation.endedByThemselves();
        if (!ended.isEmpty()) {
            throw new IllegalStateException(String.join("\n", ended));
        }
    }

    private static Path file(Path outcomes, Leg leg) {
        return outcomes.resolve("leg-" + leg.number() + ".txt");
    }

    @Override
    public void close() {
        installation.close();
        load.close();
        commands.close();
    }
}
