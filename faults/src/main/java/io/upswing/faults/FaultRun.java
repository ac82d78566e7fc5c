package io.upswing.faults;

import io.upswing.producers.simulator.SimulationResult;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.InterruptException;

/** A run of one installation over the load, leg by leg. */
final class FaultRun implements AutoCloseable {
    /** Longer than an emit interval and a commit. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private final Site site;
    private final Duration patience;
    private final Installation installation;
    private final CaseLoad commands;
    private final SimulatedLoad load;

    /** @param patience with outputs that are not as they were undisturbed, after all days are closed */
    FaultRun(Rig rig, Site site, Load load, int instances, Duration patience) throws Exception {
        this.site = site;
        this.patience = patience;
        installation = new Installation(rig, site, instances);
        commands = load.commands(site);
        this.load = load.into(site, commands);
    }

    /** Without faults; writes what has been said at the end of each leg. Returns what has been said in the end. */
    Outcome undisturbed(List<Leg> legs, Path outcomes) throws Exception {
        Outcome outcome = new Outcome(List.of());
        for (Leg leg : legs) {
            load.goOnTo(leg.last());
            awaitClosed(leg.last());
            outcome = settled();
            outcome.write(file(outcomes, leg));
        }
        mustBeAlive();
        return outcome;
    }

    private Outcome settled() throws Exception {
        Outcome[] seen = {outcome()};
        await("the last outputs", installation::said, () -> {
            Thread.sleep(SETTLED);
            Outcome before = seen[0];
            seen[0] = outcome();
            return seen[0].equals(before);
        });
        return seen[0];
    }

    /**
     * With the faults of the legs, each compared at its end with the outcomes of an undisturbed run.
     *
     * @return whether all of them were equal; else it ended at the first that was not
     */
    boolean disturbed(List<Leg> legs, Path outcomes, Consumer<FaultResult> listener) throws Exception {
        for (Leg leg : legs) {
            load.goOnTo(leg.last());
            if (leg.moment().isPresent()) {
                FaultResult result = suffer(leg, leg.moment().get(), file(outcomes, leg));
                listener.accept(result);
                if (!result.isWell()) {
                    // What differs once differs from there on.
                    return false;
                }
            } else {
                awaitClosed(leg.last());
            }
        }
        return true;
    }

    /** What the load has published, when all its days are. */
    SimulationResult published() throws Exception {
        return load.result();
    }

    private FaultResult suffer(Leg leg, Leg.Moment moment, Path undisturbed) throws Exception {
        LocalDate openDay = moment.day();
        Instant begin = Instant.now();
        Duration recovery;
        List<String> differences;
        try {
            openDay = awaitOpen(moment.day(), moment.after());
            begin = Instant.now();
            installation.suffer(moment);
            awaitClosed(leg.last());
            recovery = Duration.between(begin, Instant.now());
            await("all instances to be ready", installation::said, installation::isReady);
            differences = differences(Outcome.read(undisturbed));
        } catch (InterruptedException | InterruptException e) {
            throw e;
        } catch (Exception e) {
            recovery = Duration.between(begin, Instant.now());
            differences = List.of(e instanceof WaitedInVainException ? String.valueOf(e.getMessage()) : e.toString());
        }
        return new FaultResult(
                installation.size(), leg.number(), moment.fault(), openDay, leg.last(), recovery, differences);
    }

    /** As {@link Await} does, but no longer than the load goes on: without it nothing that is waited for comes. */
    private void await(String what, Supplier<Object> seen, Await.Condition condition) throws Exception {
        Await.until(what, seen, () -> {
            load.mustNotHaveFailed();
            return condition.holds();
        });
    }

    /**
     * Waits for outputs that are on their way; those that are still not there are differences, and so are those that come
     * after all was equal.
     */
    private List<String> differences(Outcome undisturbed) throws Exception {
        List<String> ended = installation.endedByThemselves();
        if (!ended.isEmpty()) {
            return ended;
        }
        Instant end = Instant.now().plus(patience);
        List<String> before = outcome().differences(undisturbed);
        while (true) {
            Thread.sleep(SETTLED);
            List<String> now = outcome().differences(undisturbed);
            boolean isSettled = before.isEmpty() && now.isEmpty();
            boolean isInVain = !now.isEmpty() && Instant.now().isAfter(end);
            if (isSettled || isInVain) {
                return now;
            }
            before = now;
        }
    }

    /** Returns which day is open when a day has opened and so much time has passed since. */
    private LocalDate awaitOpen(LocalDate day, Duration after) throws Exception {
        LocalDate[] open = {LocalDate.MIN};
        try (AppViews views = installation.views()) {
            await("the open day " + day, () -> open[0] + "\n" + installation.said(), () -> {
                open[0] = views.openDay("rep").orElse(open[0]);
                return !open[0].isBefore(day);
            });
            Thread.sleep(after);
            return views.openDay("rep").orElse(open[0]);
        }
    }

    private void awaitClosed(LocalDate day) throws Exception {
        try (AppViews views = installation.views()) {
            await("all stages to close " + day, installation::said, () -> views.haveAllClosed(day));
        }
    }

    private Outcome outcome() throws Exception {
        StringBuilder export = new StringBuilder();
        try (AppViews views = installation.views()) {
            await("the export", installation::said, () -> {
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
