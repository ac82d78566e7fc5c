package io.upswing.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The faults find bugs: those that are planted here. */
class PlantedBugsTest {
    /** What is lost does not come, however long it is waited for. */
    private static final Duration PATIENCE_WITH_BUGS = Duration.ofSeconds(30);

    private static final Pattern IN_WHAT_IS_SAID = Pattern.compile(
            "(lacks|has) (export|kpi\\.\\w+|issues\\.\\w+|plans\\.\\w+|recognitions|command-results|dead-letters) .*"
                    + "|and \\d+ more");
    private static final int FAULTS = 3;

    @TempDir
    static Path dir;

    private static Faults faults;

    private static FaultSettings settings;

    @BeforeAll
    static void runUndisturbed() throws Exception {
        settings = new FaultSettings(5, FAULTS, List.of(Fault.KILL_APP), List.of(1), dir);
        faults = new Faults(settings, new Heard(), PATIENCE_WITH_BUGS);
        faults.undisturbed();
    }

    @Test
    void aSkippedChangelogWriteIsFound() throws Exception {
        assertIsFound(faults.disturbed(0, SkipsChangelogWrites.class));
    }

    @Test
    void whatWaitsAndIsDroppedAtACommitIsFound() throws Exception {
        assertIsFound(faults.disturbed(0, DropsWhatWaitsAtACommit.class));
    }

    @Test
    void withoutABugTheSameClientsLeaveNoTrace() throws Exception {
        assertThat(new Faults(settings, new Heard()).disturbed(0, WithoutABug.class))
                .hasSize(FAULTS)
                .allSatisfy(result -> assertThat(result.differences()).isEmpty());
    }

    /** By what is said, not by an end or by standing still. */
    private static void assertIsFound(List<FaultResult> results) {
        assertThat(results.getLast().differences())
                .isNotEmpty()
                .allSatisfy(difference -> assertThat(difference).matches(IN_WHAT_IS_SAID));
    }
}
