package io.upswing.core.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upswing.core.kpi.Window.Rolling;
import io.upswing.core.time.Days;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-10, P26M, 2024-01-10",
        "2026-03-31, P26M, 2024-01-31",
        "2026-04-30, P26M, 2024-02-29",
        "2026-04-29, P26M, 2024-02-29",
        "2026-03-10, P100D, 2025-11-30"
    })
    void theEdgeIsTheLastDayThatIsNoLongerKept(String day, Period kept, String edge) {
        assertThat(Days.text(new Retention(kept).edge(Days.of(day)))).isEqualTo(edge);
    }

    @Test
    void aFactBelongsToItsDayIfThatIsKeptWhenItIsRecorded() {
        Retention retention = new Retention(Period.ofDays(100));
        int k = Days.of("2026-03-10");

        assertThat(retention.place(k - 99, k)).isEqualTo(k - 99);
        assertThat(retention.place(k - 100, k)).isEqualTo(Days.BEFORE_ALL);
        assertThat(retention.place(k + 5, k)).isEqualTo(k + 5);
        assertThat(retention.place(k - 1_000, Days.BEFORE_ALL)).isEqualTo(k - 1_000);
        assertThat(retention.place(Days.BEFORE_ALL, k)).isEqualTo(Days.BEFORE_ALL);
    }

    @Test
    void aRetentionShorterThanTheLongestWindowIsRefused() {
        List<Window> windows = List.of(new Rolling(7), new Rolling(120));

        assertThatCode(() -> new Retention(Period.ofDays(120)).mustCover(windows))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new Retention(Period.ofDays(119)).mustCover(windows))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("119")
                .hasMessageContaining("120");
    }

    @Test
    void aRetentionShorterThanAQuarterIsRefused() {
        assertThatCode(() -> new Retention(Period.ofDays(93)).mustCover(List.of()))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new Retention(Period.ofMonths(3)).mustCover(List.of(new Window.QuarterToDate(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("93");
    }

    @Test
    void theDefaultCoversTheLongestWindowThatThereMayBe() {
        assertThatCode(() -> Retention.DEFAULT.mustCover(List.of(new Rolling(Window.MAX_DAYS))))
                .doesNotThrowAnyException();
    }
}
