package io.upswing.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BesideTheFloorTest {
    @Test
    void aSmallRunReadsEverythingBothWaysAndReportsRatios() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Options small =
                Options.parse("--rounds", "1", "--warm-ups", "0", "--deals", "200", "--days", "10", "--reps", "5");

        List<Double> ratios = BesideTheFloor.run(small, new PrintStream(printed, true, StandardCharsets.UTF_8));

        assertThat(ratios).singleElement().satisfies(ratio -> assertThat(ratio).isPositive());
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("ratio: min");
    }

    @Test
    void anUnknownOptionIsNamedWithThoseThatThereAre() {
        assertThatThrownBy(() -> Options.parse("--round", "1"))
                .hasMessageContaining("--round")
                .hasMessageContaining("--rounds");
    }
}
