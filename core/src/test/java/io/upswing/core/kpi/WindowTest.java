package io.upswing.core.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upswing.core.time.Days;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {
    @ParameterizedTest
    @CsvSource({
        "1d, 2026-03-10, 2026-03-10",
        "7d, 2026-03-10, 2026-03-04",
        "30d, 2024-03-01, 2024-02-01",
        "30d, 2026-03-01, 2026-01-31",
        "365d, 2024-12-31, 2024-01-02",
        "365d, 2025-12-31, 2025-01-01",
        "730d, 2025-12-31, 2024-01-02",
        "mtd, 2024-02-29, 2024-02-01",
        "mtd, 2024-03-01, 2024-03-01",
        "mtd, 2025-12-31, 2025-12-01",
        "qtd, 2026-01-01, 2026-01-01",
        "qtd, 2026-03-31, 2026-01-01",
        "qtd, 2026-04-01, 2026-04-01",
        "qtd, 2024-02-29, 2024-01-01",
        "qtd, 2025-12-31, 2025-10-01"
    })
    void aWindowBeginsOnItsFirstDay(String id, String last, String first) {
        Window window = Window.parse(id, 1);

        assertThat(Days.text(window.firstDay(Days.of(last)))).isEqualTo(first);
        assertThat(window.id()).isEqualTo(id);
    }

    @Test
    void theDefaultsAreFoundByTheirIds() {
        assertThat(Window.defaults(1)).extracting(Window::id).containsExactly("7d", "30d", "90d", "365d", "mtd", "qtd");
        assertThat(Window.defaults(4))
                .allSatisfy(window -> assertThat(Window.parse(window.id(), 4)).isEqualTo(window));
        assertThat(Window.parse("QTD", 7)).isEqualTo(new Window.QuarterToDate(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0d", "07d", "-7d", "d", "7", "7 d", "7w", "ytd", "99999d"})
    void anIdThatIsNoWindowIsRefusedByItsText(String id) {
        assertThatThrownBy(() -> Window.parse(id, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + id + "'");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 731})
    void aLengthOutOfBoundsIsRefusedByItsValue(int days) {
        assertThatThrownBy(() -> new Window.Rolling(days))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not " + days);
    }

    @Test
    void aLengthOutOfBoundsIsRefusedAlsoAsText() {
        assertThatThrownBy(() -> Window.parse("731d", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("731");
    }
}
