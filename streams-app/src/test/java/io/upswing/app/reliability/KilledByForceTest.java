package io.upswing.app.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.schemas.KpiDay;
import io.upswing.schemas.KpiSnapshot;
import io.upswing.schemas.topics.TopicCatalogue;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledByForceTest {
    private static final LocalDate UNTIL = LocalDate.of(2017, 3, 31);
    private static final long SEED = Long.getLong("upswing.kill.seed", 5);
    private static final int KILLS = 5;
    /** Days after the last moment, so that it is not the end by the time the kill comes. */
    private static final int REST = 40;

    private enum Victim {
        APP,
        BROKER,
        BOTH
    }

    /** Who is killed as soon as a day is open. */
    private record Kill(Victim victim, LocalDate when) {}

    /** What a run comes to. */
    private record Outcome(
            List<LocalDate> openWhenKilled,
            List<String> kpis,
            SortedMap<String, KpiDay> daily,
            SortedMap<String, KpiSnapshot> current,
            SortedMap<String, KpiSnapshot> units,
            int deadLetters) {}

    @Test
    void appAndBrokerKilledAtAnyMomentGiveTheSameKpisAsUndisturbed(@TempDir Path dir) throws Exception {
        try (Rig rig = new Rig(dir)) {
            Site calm = rig.site("calm.").createTopics();
            Site disturbed = paced(rig.site("killed.").createTopics());
            LocalDate first = calm.importSample(dir.resolve("sample"), UNTIL);
            disturbed.importSample(dir.resolve("sample"), UNTIL);
            List<Kill> kills = kills(first);

            Outcome undisturbed = run(rig, calm, List.of());
            Outcome killed = run(rig, disturbed, kills);

            assertThat(undisturbed.kpis()).hasSizeGreaterThan(10_000);
            assertThat(undisturbed.daily()).hasSizeGreaterThan(1_000);
            assertThat(killed.openWhenKilled())
                    .as("seed %s, %s", SEED, kills)
                    .hasSize(KILLS)
                    .allSatisfy(day -> assertThat(day).isBetween(first.plusDays(1), UNTIL.minusDays(1)));
            assertSame(killed, undisturbed, "seed " + SEED + ", " + kills);
        }
    }

    /** Fewer days at a time, so that there is time to kill something between them. */
    private static Site paced(Site site) {
        return site.with("evaluation.max-days-ahead", "5");
    }

    private static List<Kill> kills(LocalDate first) {
        Random random = new Random(SEED);
        List<Victim> victims = new ArrayList<>(Arrays.asList(Victim.values()));
        while (victims.size() < KILLS) {
            victims.add(Victim.values()[random.nextInt(Victim.values().length)]);
        }
        Collections.shuffle(victims, random);
        int span = (int) ChronoUnit.DAYS.between(first, UNTIL) - REST;
        List<Kill> kills = new ArrayList<>();
        for (int i = 0; i < KILLS; i++) {
            int part = span / KILLS;
            kills.add(new Kill(victims.get(i), first.plusDays(1 + i * part + random.nextInt(part / 2))));
        }
        return kills;
    }

    private static Outcome run(Rig rig, Site site, List<Kill> kills) throws Exception {
        List<LocalDate> openWhenKilled = new ArrayList<>();
        Child app = rig.startApp(site);
        for (Kill kill : kills) {
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
        Outcome outcome = outcome(site, app, openWhenKilled);
        app.kill();
        return outcome;
    }

    private static LocalDate awaitOpen(Child app, LocalDate when) throws Exception {
        LocalDate[] open = {LocalDate.MIN};
        try (AppViews views = Rig.views(app)) {
            Await.until("the open day " + when, () -> open[0] + "\n" + app.said(), () -> {
                open[0] = views.openDay("rep").orElse(open[0]);
                return !open[0].isBefore(when);
            });
        }
        return open[0];
    }

    private static Outcome outcome(Site site, Child app, List<LocalDate> openWhenKilled) throws Exception {
        try (AppViews views = Rig.views(app)) {
            Await.until("the end of the evaluations", app::said, () -> views.hasEvaluated(UNTIL));
            Await.until(
                    "the last KPIs",
                    app::said,
                    () -> isLast(site.last(TopicCatalogue::kpiCurrent)) && isLast(site.last(TopicCatalogue::kpiUnits)));
            StringBuilder csv = new StringBuilder();
            Await.until("the export", app::said, () -> {
                views.get("/api/v1/export").ifPresent(csv::append);
                return !csv.isEmpty();
            });
            return new Outcome(
                    openWhenKilled,
                    csv.toString().lines().toList(),
                    site.last(TopicCatalogue::kpiDaily),
                    site.last(TopicCatalogue::kpiCurrent),
                    site.last(TopicCatalogue::kpiUnits),
                    site.deadLetters().size());
        }
    }

    private static boolean isLast(SortedMap<String, KpiSnapshot> snapshots) {
        return !snapshots.isEmpty()
                && snapshots.values().stream()
                        .allMatch(snapshot -> snapshot.getOpenDay().equals(UNTIL.plusDays(1)));
    }

    /** Compares piece by piece: whole exports would drown a difference. */
    private static void assertSame(Outcome actual, Outcome expected, String what) {
        assertThat(actual.deadLetters()).as(what).isZero();
        assertThat(expected.deadLetters()).isZero();
        assertThat(actual.kpis()).as(what).hasSameSizeAs(expected.kpis());
        for (int i = 0; i < expected.kpis().size(); i++) {
            assertThat(actual.kpis().get(i))
                    .as("%s, line %s", what, i + 1)
                    .isEqualTo(expected.kpis().get(i));
        }
        assertSame(actual.daily(), expected.daily(), what + ", kpi.daily");
        assertSame(actual.current(), expected.current(), what + ", kpi.current");
        assertSame(actual.units(), expected.units(), what + ", kpi.units");
    }

    private static <V> void assertSame(SortedMap<String, V> actual, SortedMap<String, V> expected, String what) {
        assertThat(actual.keySet()).as(what).isEqualTo(expected.keySet());
        expected.forEach((key, value) ->
                assertThat(actual.get(key)).as("%s of %s", what, key).isEqualTo(value));
    }
}
