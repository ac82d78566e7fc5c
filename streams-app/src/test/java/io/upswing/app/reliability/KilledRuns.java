package io.upswing.app.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.schemas.KpiDay;
import io.upswing.schemas.KpiSnapshot;
import io.upswing.schemas.topics.TopicCatalogue;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import org.assertj.core.groups.Tuple;

/**
 * Runs of an app over the same inputs, left alone or with app and broker killed by force at seeded moments, and what they
 * come to.
 */
final class KilledRuns {
    private static final long SEED = Long.getLong("upswing.kill.seed", 5);
    private static final int KILLS = 5;
    /** Days after the last moment, so that it is not the end by the time the kill comes. */
    private static final int REST = 40;
    /** Days that inputs may go on beyond the next moment, so that they still come in when it is there. */
    private static final int AHEAD = 30;

    private final Rig rig;
    private final LocalDate first;
    private final LocalDate last;
    private final List<Kill> kills;

    /** What comes in while the app runs. */
    interface Inflow {
        /** All inputs are there before the app starts. */
        Inflow NONE = day -> {};

        /** May go on up to the close of a day, and no further; does not wait for it. */
        void goOnTo(LocalDate day);
    }

    private enum Victim {
        APP,
        BROKER,
        BOTH
    }

    /** Who is killed as soon as a day is open. */
    private record Kill(Victim victim, LocalDate when) {}

    /** What a run comes to. */
    record Outcome(
            List<LocalDate> openWhenKilled,
            List<String> kpis,
            SortedMap<String, KpiDay> daily,
            SortedMap<String, KpiSnapshot> current,
            SortedMap<String, KpiSnapshot> units,
            Told told,
            List<Letter> letters) {}

    /**
     * Draws the moments.
     *
     * @param first the first day that opens
     * @param last  the last day that the inputs close
     */
    KilledRuns(Rig rig, LocalDate first, LocalDate last) {
        this.rig = rig;
        this.first = first;
        this.last = last;
        this.kills = kills(first, last);
    }

    private static List<Kill> kills(LocalDate first, LocalDate last) {
        Random random = new Random(SEED);
        List<Victim> victims = new ArrayList<>(Arrays.asList(Victim.values()));
        while (victims.size() < KILLS) {
            victims.add(Victim.values()[random.nextInt(Victim.values().length)]);
        }
        Collections.shuffle(victims, random);
        int span = (int) ChronoUnit.DAYS.between(first, last) - REST;
        List<Kill> kills = new ArrayList<>();
        for (int i = 0; i < KILLS; i++) {
            int part = span / KILLS;
            kills.add(new Kill(victims.get(i), first.plusDays(1 + i * part + random.nextInt(part / 2))));
        }
        return kills;
    }

    /** The run of an app that nobody kills, over inputs that are there. */
    Outcome undisturbed(Site site) throws Exception {
        return run(site, Inflow.NONE, List.of());
    }

    /** The run with the kills. */
    Outcome killed(Site site, Inflow inflow) throws Exception {
        // Fewer days at a time, so that there is time to kill something between them.
        return run(site.with("evaluation.max-days-ahead", "5"), inflow, kills);
    }

    private Outcome run(Site site, Inflow inflow, List<Kill> moments) throws Exception {
        List<LocalDate> openWhenKilled = new ArrayList<>();
        Child app = rig.startApp(site);
        for (Kill kill : moments) {
            inflow.goOnTo(kill.when().plusDays(AHEAD));
            openWhenKilled.add(awaitOpen(app, kill.when()));
            if (kill.victim() != Victim.BROKER) {
                app.kill();
            }
            if (kill.victim() != Victim.APP) {
                rig.killStack();
                rig.startStackAgain();
            }
            if (kill.victim() != Victim.BROKER) {
                app = rig.startApp(site);
            }
        }
        inflow.goOnTo(last);
        Outcome outcome = outcome(site, app, openWhenKilled);
        app.kill();
        return outcome;
    }

    private static LocalDate awaitOpen(Child app, LocalDate when) throws Exception {
        LocalDate[] open = {LocalDate.MIN};
        try (AppViews views = Rig.views(app)) {
            Await.until("the open day " + when, () -> open[0] + "\n" + app.saidWithThreads(), () -> {
                open[0] = views.openDay("rep").orElse(open[0]);
                return !open[0].isBefore(when);
            });
        }
        return open[0];
    }

    private Outcome outcome(Site site, Child app, List<LocalDate> openWhenKilled) throws Exception {
        try (AppViews views = Rig.views(app)) {
            Await.until("the end of the evaluations", app::saidWithThreads, () -> views.hasEvaluated(last));
            Await.until(
                    "the last KPIs",
                    app::saidWithThreads,
                    () -> areLast(site.last(TopicCatalogue::kpiCurrent))
                            && areLast(site.last(TopicCatalogue::kpiUnits)));
            StringBuilder csv = new StringBuilder();
            Await.until("the export", app::saidWithThreads, () -> {
                views.get("/api/v1/export").ifPresent(csv::append);
                return !csv.isEmpty();
            });
            return new Outcome(
                    openWhenKilled,
                    csv.toString().lines().toList(),
                    site.last(TopicCatalogue::kpiDaily),
                    site.last(TopicCatalogue::kpiCurrent),
                    site.last(TopicCatalogue::kpiUnits),
                    Told.inTheEnd(site),
                    site.letters());
        }
    }

    private boolean areLast(SortedMap<String, KpiSnapshot> snapshots) {
        return !snapshots.isEmpty()
                && snapshots.values().stream()
                        .allMatch(snapshot -> snapshot.getOpenDay().equals(last.plusDays(1)));
    }

    /** Compares piece by piece: whole exports would drown a difference. */
    void mustBeTheSame(Outcome killed, Outcome undisturbed) {
        String what = "seed " + SEED + ", " + kills;
        assertThat(killed.openWhenKilled())
                .as(what)
                .hasSize(KILLS)
                .allSatisfy(day -> assertThat(day).isBetween(first.plusDays(1), last.minusDays(1)));
        assertThat(killed.kpis()).as(what).hasSameSizeAs(undisturbed.kpis());
        for (int i = 0; i < undisturbed.kpis().size(); i++) {
            assertThat(killed.kpis().get(i))
                    .as("%s, line %s", what, i + 1)
                    .isEqualTo(undisturbed.kpis().get(i));
        }
        mustBeTheSame(killed.daily(), undisturbed.daily(), what + ", kpi.daily");
        mustBeTheSame(killed.current(), undisturbed.current(), what + ", kpi.current");
        mustBeTheSame(killed.units(), undisturbed.units(), what + ", kpi.units");
        killed.told().mustBeTheSameAs(undisturbed.told(), what);
        assertThat(killed.letters()).as(what).extracting(Letter::place).doesNotHaveDuplicates();
        assertThat(undisturbed.letters()).extracting(Letter::place).doesNotHaveDuplicates();
        assertThat(contents(killed)).as(what).containsExactlyInAnyOrderElementsOf(contents(undisturbed));
    }

    private static <V> void mustBeTheSame(SortedMap<String, V> killed, SortedMap<String, V> undisturbed, String what) {
        assertThat(killed.keySet()).as(what).isEqualTo(undisturbed.keySet());
        undisturbed.forEach((key, value) ->
                assertThat(killed.get(key)).as("%s of %s", what, key).isEqualTo(value));
    }

    /** Without the places: a record without a key lies in any partition, and moves those behind it. */
    private static List<Tuple> contents(Outcome outcome) {
        return outcome.letters().stream()
                .map(letter -> Tuple.tuple(letter.reason(), letter.place().topic(), letter.key(), letter.value()))
                .toList();
    }
}
