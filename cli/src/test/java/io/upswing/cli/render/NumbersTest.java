package io.upswing.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void numbersAreRoundedForReading() {
        assertThat(Numbers.whole(number("1234567.8"))).isEqualTo("1,234,568");
        assertThat(Numbers.oneDecimal(number("59.5385"))).isEqualTo("59.5");
        assertThat(Numbers.percent(number("0.866667"))).isEqualTo("87%");
    }

    @Test
    void noDataIsADash() {
        assertThat(Numbers.whole(Optional.empty())).isEqualTo("–");
        assertThat(Numbers.oneDecimal(Optional.empty())).isEqualTo("–");
        assertThat(Numbers.percent(Optional.empty())).isEqualTo("–");
    }

    private static Optional<BigDecimal> number(String text) {
        return Optional.of(new BigDecimal(text));
    }
}
