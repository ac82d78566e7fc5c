package io.upswing.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SparklineTest {
    @Test
    void theGreatestValueHasTheHighestBar() {
        assertThat(Sparkline.of(List.of(0.0, 1.0, 3.5, 7.0))).isEqualTo("▁▂▅█");
    }

    @Test
    void nothingAtAllIsALineAtTheFoot() {
        assertThat(Sparkline.of(List.of(0.0, 0.0))).isEqualTo("▁▁");
        assertThat(Sparkline.of(List.of())).isEmpty();
    }

    @Test
    void belowZeroTheFootIsTheLeastValue() {
        assertThat(Sparkline.of(List.of(-7.0, 0.0, -3.5))).isEqualTo("▁█▅");
    }
}
