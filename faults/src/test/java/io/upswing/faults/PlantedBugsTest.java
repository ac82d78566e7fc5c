package io.upswing.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The faults find bugs: those that are planted here. */
class PlantedBugsTest {
    @TempDir
    static Path dir;

    private static Faults faults;

    @BeforeAll
    static void runUndisturbed() throws Exception {
        faults = new Faults(new FaultSettings(5, 3, List.of(Fault.KILL_APP), List.of(1), dir), new Heard());
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

    /** By what is said, not by standing still. */
    private static void assertIsFound(List<FaultResult> results) {
        assertThat(results.getLast().differences())
                .isNotEmpty()
                .allSatisfy(difference -> assertThat(difference).doesNotContain("waited in vain"));
    }
}
