package io.upswing.app.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.app.reliability.KilledRuns.Outcome;
import io.upswing.core.kpi.Kpi;
import io.upswing.producers.simulator.Ingredient;
import io.upswing.producers.simulator.Pace;
import io.upswing.producers.simulator.Simulation;
import io.upswing.producers.simulator.SimulationListener;
import io.upswing.producers.simulator.SimulationResult;
import io.upswing.producers.simulator.SimulationSettings;
import io.upswing.schemas.KpiSnapshot;
import io.upswing.schemas.KpiValue;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledUnderSimulatedLoadTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2024, 4, 30);
    private static final int REPS = 20;

    private static final Simulation SIMULATION =
            new Simulation(SimulationSettings.usual(11, ZoneOffset.UTC, Currency.getInstance("USD"))
                    .over(FIRST, (int) FIRST.datesUntil(LAST.plusDays(1)).count())
                    .of(REPS, 4, 2)
                    .with(Ingredient.BAD_RECORDS, 0.03));

    @Test
    void appAndBrokerKilledWhileASimulationComesInGiveTheSameKpisAndDeadLettersAsUndisturbed(@TempDir Path dir)
            throws Exception {
        try (Rig rig = new Rig(dir)) {
            Site calm = rig.site("calm.").createTopics();
            Site disturbed = rig.site("killed.").createTopics();
            KilledRuns runs = new KilledRuns(rig, FIRST, LAST);

            SimulationResult published = calm.publish(SIMULATION, Pace.FASTEST, SimulationListener.NONE);
            Outcome undisturbed = runs.undisturbed(calm);
            Outcome killed;
            SimulationResult publishedMeanwhile;
            try (SimulatedLoad load = new SimulatedLoad(disturbed, SIMULATION)) {
                killed = runs.killed(disturbed, load);
                publishedMeanwhile = load.result();
            }

            mustHoldSomethingOfEach(undisturbed);
            assertThat(publishedMeanwhile).isEqualTo(published);
            assertThat(undisturbed.letters()).hasSize((int) published.badRecords());
            runs.mustBeTheSame(killed, undisturbed);
        }
    }

    private static void mustHoldSomethingOfEach(Outcome outcome) {
        assertThat(outcome.kpis()).hasSizeGreaterThan(10_000);
        assertThat(outcome.daily()).hasSizeGreaterThan(1_000);
        assertThat(outcome.letters()).hasSizeGreaterThan(50);
        assertThat(outcome.current().values()).anySatisfy(KilledUnderSimulatedLoadTest::mustHoldActivitiesAndQuota);
        assertThat(outcome.units().values()).anySatisfy(KilledUnderSimulatedLoadTest::mustHoldActivitiesAndQuota);
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
