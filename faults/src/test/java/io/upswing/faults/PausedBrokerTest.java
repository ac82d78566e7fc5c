package io.upswing.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PausedBrokerTest {
    private static final long SEED = Long.getLong("upswing.faults.seed", 5);

    private static FaultSettings settings(List<Fault> kinds, Path dir) {
        return new FaultSettings(SEED, 2, kinds, List.of(2), dir);
    }

    @Test
    void aBrokerThatWasHeldLeavesNoTraceInWhatTwoInstancesSay(@TempDir Path dir) throws Exception {
        List<FaultResult> results = new Faults(settings(List.of(Fault.PAUSE_BROKER), dir), new Heard()).run();

        assertThat(results)
                .as("seed %s", SEED)
                .hasSize(2)
                .allSatisfy(result -> assertThat(result.differences()).isEmpty());
    }

    @Test
    void itIsNotTriedTogetherWithABrokerThatIsKilled(@TempDir Path dir) {
        assertThatThrownBy(() -> settings(List.of(Fault.PAUSE_BROKER, Fault.KILL_ALL), dir))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pause-broker can't be in one run with kill-broker or kill-all");
    }
}
