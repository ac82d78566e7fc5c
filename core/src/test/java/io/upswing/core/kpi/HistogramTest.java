package io.upswing.core.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class HistogramTest {
    private static Sums of(long... values) {
        Sums.Builder sums = new Sums.Builder();
        for (long value : values) {
            sums.add(Measure.CYCLE_HISTOGRAM.key(Buckets.of(value)), 1);
        }
        return sums.build();
    }

    private static double median(Sums sums) {
        return Histogram.median(sums, Measure.CYCLE_HISTOGRAM).value().orElseThrow();
    }

    @Test
    void ofAnOddNumberTheMiddleOne() {
        assertThat(median(of(9, 1, 5))).isEqualTo(5);
        assertThat(median(of(7, 7, 1, 7, 100))).isEqualTo(7);
    }

    @Test
    void ofAnEvenNumberTheMeanOfTheTwoMiddleOnes() {
        assertThat(median(of(1, 4, 5, 100))).isEqualTo(4.5);
        assertThat(median(of(3, 3))).isEqualTo(3);
    }

    @Test
    void ofOneThatOne() {
        assertThat(median(of(0))).isZero();
        assertThat(median(of(42))).isEqualTo(42);
    }

    @Test
    void ofNoneNoData() {
        assertThat(Histogram.median(Sums.ZERO, Measure.CYCLE_HISTOGRAM)).isEqualTo(KpiValue.NONE);
        assertThat(Histogram.median(new Sums.Builder().add(Measure.REVENUE, 7).build(), Measure.CYCLE_HISTOGRAM))
                .isEqualTo(KpiValue.NONE);
    }

    @Test
    void negativeValuesSortBeforePositiveOnes() {
        assertThat(median(of(-5, -1, 3))).isEqualTo(-1);
        assertThat(median(of(-5, -2, 3, 8))).isEqualTo(0.5);
        assertThat(median(of(-5, -4))).isEqualTo(-4.5);
    }

    @Test
    void aValueCanBeRetracted() {
        Sums after = of(1, 5, 9, 11).minus(of(11));

        assertThat(median(after)).isEqualTo(5);
        assertThat(Histogram.count(after, Measure.CYCLE_HISTOGRAM)).isEqualTo(3);
    }

    @Property
    void ofAnyValuesItIsWithinTheStatedError(
            @ForAll @NotEmpty List<@IntRange(min = -5_000, max = 5_000) Integer> values) {
        long[] sorted = values.stream().mapToLong(Integer::longValue).sorted().toArray();
        double lower = sorted[(sorted.length - 1) / 2];
        double upper = sorted[sorted.length / 2];

        double median = median(of(sorted));

        double error = (Math.abs(lower) + Math.abs(upper)) / 2 / 128;
        assertThat(median).as("%s", Arrays.toString(sorted)).isCloseTo((lower + upper) / 2, within(error));
    }
}
