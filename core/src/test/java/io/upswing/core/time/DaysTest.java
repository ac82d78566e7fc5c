package io.upswing.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DaysTest {
    @Test
    void daysAreCountedFromTheEpoch() {
        assertThat(Days.of("1970-01-01")).isZero();
        assertThat(Days.of("1969-12-31")).isEqualTo(-1);
        assertThat(Days.of(LocalDate.of(2000, 3, 1)) - Days.of("2000-02-28")).isEqualTo(2);
        assertThat(Days.date(Days.of("2026-03-29"))).isEqualTo("2026-03-29");
    }

    @Test
    void peopleReadDatesAndTheDayBeforeAllAsMinusInfinity() {
        assertThat(Days.text(Days.of("2017-12-31"))).isEqualTo("2017-12-31");
        assertThat(Days.text(Days.BEFORE_ALL)).isEqualTo("−∞");
    }
}
