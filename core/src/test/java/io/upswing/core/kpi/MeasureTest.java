package io.upswing.core.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasureTest {
    @ParameterizedTest
    @EnumSource
    void aKeySaysItsMeasureAndItsBucket(Measure measure) {
        for (int bucket : new int[] {-2048, -1, 0, 1, 2047}) {
            assertThat(Measure.of(measure.key(bucket))).isEqualTo(measure);
            assertThat(Measure.bucket(measure.key(bucket))).isEqualTo(bucket);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-2049, 2048})
    void aBucketThatDoesNotFitIsRefusedByItsValue(int bucket) {
        assertThatThrownBy(() -> Measure.CYCLE_HISTOGRAM.key(bucket))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Integer.toString(bucket));
    }

    @Test
    void anUnknownKeyIsRefused() {
        assertThatThrownBy(() -> Measure.of(99 << 12))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("99");
    }
}
