package io.upswing.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyTest {
    @Test
    void aSmallRunSeesEachDealInTheProgressAndReportsBothSideBySide() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Options small = Options.parse(Latency.DEFAULTS, "--rounds", "3", "--warm-ups", "1", "--partitions", "1");

        Latency.Result result = Latency.run(small, new PrintStream(printed, true, StandardCharsets.UTF_8));

        assertThat(result.bare()).hasSize(3).isSorted().allMatch(millis -> millis > 0);
        assertThat(result.progress()).hasSize(3).isSorted().allMatch(millis -> millis > 0);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("bare, ms", "progress, ms", "p50", "p99");
    }

    @Test
    void percentilesAreByNearestRank() {
        List<Double> values = List.of(1.0, 2.0, 3.0, 4.0);

        assertThat(Latency.percentile(values, 50)).isEqualTo(2.0);
        assertThat(Latency.percentile(values, 99)).isEqualTo(4.0);
    }
}
