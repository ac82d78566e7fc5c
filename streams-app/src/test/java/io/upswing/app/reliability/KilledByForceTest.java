package io.upswing.app.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.app.reliability.KilledRuns.Outcome;
import io.upswing.schemas.CommandOutcome;
import io.upswing.schemas.IssueEvent;
import io.upswing.schemas.PlanEvent;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledByForceTest {
    private static final LocalDate UNTIL = LocalDate.of(2017, 3, 31);

    @Test
    void appAndBrokerKilledAtAnyMomentGiveTheSameKpisIssuesAndPlansAsUndisturbed(@TempDir Path dir) throws Exception {
        try (Rig rig = new Rig(dir)) {
            Site calm = rig.site("calm.").createTopics();
            Site disturbed = rig.site("killed.").createTopics();
            LocalDate first = calm.importSampleWithCases(dir.resolve("sample"), UNTIL);
            disturbed.importSampleWithCases(dir.resolve("sample"), UNTIL);
            KilledRuns runs = new KilledRuns(rig, first, UNTIL);

            Outcome undisturbed = runs.undisturbed(calm);
            Outcome killed = runs.killed(disturbed, KilledRuns.Inflow.NONE);

            assertThat(undisturbed.kpis()).hasSizeGreaterThan(10_000);
            assertThat(undisturbed.daily()).hasSizeGreaterThan(1_000);
            assertThat(undisturbed.letters()).isEmpty();
            mustHoldSomethingOfEach(undisturbed.told());
            runs.mustBeTheSame(killed, undisturbed);
        }
    }

    private static void mustHoldSomethingOfEach(Told told) {
        assertThat(told.issueEvents().values().stream().flatMap(List::stream).map(IssueEvent::getType))
                .contains("raised", "resolved", "acknowledged", "silenced");
        assertThat(told.planEvents().values().stream().flatMap(List::stream).map(PlanEvent::getType))
                .contains("activated", "paused", "check-in-held", "pace-changed");
        assertThat(told.recognitions()).isNotEmpty();
        assertThat(told.results().values().stream().flatMap(List::stream))
                .anyMatch(CommandOutcome::getAccepted)
                .anyMatch(result -> !result.getAccepted());
    }
}
