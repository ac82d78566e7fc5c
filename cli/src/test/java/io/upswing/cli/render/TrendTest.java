package io.upswing.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrendTest {
    @Test
    void aChangeIsAnArrowAndAPercentage() {
        assertThat(trend(100, 112)).isEqualTo("▲ 12%");
        assertThat(trend(100, 88)).isEqualTo("▼ 12%");
        assertThat(trend(100, 100.4)).isEqualTo("= 0%");
        assertThat(trend(100, 0)).isEqualTo("▼ 100%");
        assertThat(trend(1, 500)).isEqualTo("▲ >999%");
    }

    @Test
    void fromNothingThereIsNoPercentage() {
        assertThat(trend(0, 5)).isEqualTo("▲ new");
        assertThat(trend(0, 0)).isEmpty();
        assertThat(trend(-3, -5)).isEmpty();
        assertThat(Trend.of(Optional.empty(), Optional.of(1.0))).isEmpty();
    }

    private static String trend(double before, double now) {
        return Trend.of(Optional.of(before), Optional.of(now));
    }
}
