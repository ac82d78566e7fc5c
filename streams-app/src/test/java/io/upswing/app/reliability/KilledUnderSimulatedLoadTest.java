package io.upswing.app.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.app.reliability.KilledRuns.Outcome;
import io.upswing.core.kpi.Kpi;
import io.upswing.producers.csv.Supplement;
import io.upswing.producers.simulator.Ingredient;
import io.upswing.producers.simulator.Pace;
import io.upswing.producers.simulator.Simulation;
import io.upswing.producers.simulator.SimulationResult;
import io.upswing.producers.simulator.SimulationSettings;
import io.upswing.schemas.KpiSnapshot;
import io.upswing.schemas.KpiValue;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledUnderSimulatedLoadTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2024, 4, 30);
    private static final int REPS = 12;
    /** So many that quotas can be judged within months. */
    private static final double DEALS_PER_DAY = 0.8;

    private static final Simulation SIMULATION = new Simulation(new SimulationSettings(
            11,
            FIRST,
            (int) FIRST.datesUntil(LAST.plusDays(1)).count(),
            REPS,
            3,
            2,
            ZoneOffset.UTC,
            Currency.getInstance("USD"),
            Month.JANUARY,
            DEALS_PER_DAY,
            2,
            Map.of(Ingredient.BAD_RECORDS, 0.03),
            List.of(),
            List.of()));
    private static final Supplement COMMANDS = new CaseCommands(
            FIRST,
            IntStream.rangeClosed(1, REPS).mapToObj(SimulationSettings::repId).toList());

    @Test
    void appAndBrokerKilledWhileASimulationComesInGiveTheSameKpisIssuesPlansAndDeadLettersAsUndisturbed(
            @TempDir Path dir) throws Exception {
        try (Rig rig = new Rig(dir)) {
            Site calm = site(rig, "calm.");
            Site disturbed = site(rig, "killed.");
            CaseRules.publish(calm, dir);
            CaseRules.publish(disturbed, dir);
            KilledRuns runs = new KilledRuns(rig, FIRST, LAST);

            SimulationResult published;
            try (CaseLoad cases = new CaseLoad(calm, COMMANDS)) {
                published = calm.publish(SIMULATION, Pace.FASTEST, cases);
            }
            Outcome undisturbed = runs.undisturbed(calm);
            mustHoldSomethingOfEach(undisturbed);
            Outcome killed;
            SimulationResult publishedMeanwhile;
            try (CaseLoad cases = new CaseLoad(disturbed, COMMANDS);
                    SimulatedLoad load = new SimulatedLoad(disturbed, SIMULATION, cases)) {
                killed = runs.killed(disturbed, load);
                publishedMeanwhile = load.result();
            }

            assertThat(publishedMeanwhile).isEqualTo(published);
            assertThat(undisturbed.letters()).hasSize((int) published.badRecords());
            runs.mustBeTheSame(killed, undisturbed);
        }
    }

    private static Site site(Rig rig, String prefix) throws Exception {
        return rig.site(prefix)
                .with("deals.stale-after-days", "30")
                // The next instance waits for it after a kill.
                .with("kafka.consumer.session.timeout.ms", "4000")
                .with("kafka.consumer.heartbeat.interval.ms", "1000")
                .createTopics();
    }

    private static void mustHoldSomethingOfEach(Outcome outcome) {
        assertThat(outcome.kpis()).hasSizeGreaterThan(10_000);
        assertThat(outcome.daily()).hasSizeGreaterThan(1_000);
        assertThat(outcome.letters()).hasSizeGreaterThan(50);
        assertThat(outcome.current().values()).anySatisfy(KilledUnderSimulatedLoadTest::mustHoldActivitiesAndQuota);
        assertThat(outcome.units().values()).anySatisfy(KilledUnderSimulatedLoadTest::mustHoldActivitiesAndQuota);
        outcome.told().mustHoldSomethingOfEach();
    }

    private static void mustHoldActivitiesAndQuota(KpiSnapshot snapshot) {
        assertThat(quarterToDate(snapshot, Kpi.ACTIVITIES).getNumerator()).isPositive();
        assertThat(quarterToDate(snapshot, Kpi.QUOTA_ATTAINMENT).getNumerator()).isPositive();
        assertThat(quarterToDate(snapshot, Kpi.QUOTA_ATTAINMENT).getDenominator())
                .isPositive();
    }

    private static KpiValue quarterToDate(KpiSnapshot snapshot, Kpi kpi) {
        return snapshot.getWindows().stream()
                .filter(window -> window.getWindow().equals("qtd"))
                .flatMap(window -> window.getKpis().stream())
                .filter(value -> value.getKpi().equals(kpi.id()))
                .findFirst()
                .orElseThrow();
    }
}
