package io.upswing.app.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.app.reliability.KilledRuns.Outcome;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledByForceTest {
    private static final LocalDate UNTIL = LocalDate.of(2017, 3, 31);

    @Test
    void appAndBrokerKilledAtAnyMomentGiveTheSameKpisAsUndisturbed(@TempDir Path dir) throws Exception {
        try (Rig rig = new Rig(dir)) {
            Site calm = rig.site("calm.").createTopics();
            Site disturbed = rig.site("killed.").createTopics();
            LocalDate first = calm.importSample(dir.resolve("sample"), UNTIL);
            disturbed.importSample(dir.resolve("sample"), UNTIL);
            KilledRuns runs = new KilledRuns(rig, first, UNTIL);

            Outcome undisturbed = runs.undisturbed(calm);
            Outcome killed = runs.killed(disturbed, KilledRuns.Inflow.NONE);

            assertThat(undisturbed.kpis()).hasSizeGreaterThan(10_000);
            assertThat(undisturbed.daily()).hasSizeGreaterThan(1_000);
            assertThat(undisturbed.letters()).isEmpty();
            runs.mustBeTheSame(killed, undisturbed);
        }
    }
}
