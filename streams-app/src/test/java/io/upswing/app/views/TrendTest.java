package io.upswing.app.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.Window;
import io.upswing.core.kpi.WindowSettings;
import io.upswing.core.time.Days;
import io.upswing.core.time.WorkingCalendar;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendTest {
    private static final WindowSettings SETTINGS = WindowSettings.defaults(WorkingCalendar.PLAIN);

    private final SubjectPanes panes = new InMemoryStages(1, 1)
            .fact("r1", "2017-05-30", Facts.created())
            .fact("r1", "2017-05-31", Facts.won(5_00, 1))
            .close("2017-05-31")
            .fact("r1", "2017-06-01", Facts.won(7_00, 1))
            .queries()
            .panes(Subject.rep("r1"))
            .orElseThrow();

    private List<Long> values(Kpi kpi, Window window) {
        return Trend.of(panes, kpi, window, SETTINGS, Days.of("2017-05-29"), Days.of("2017-06-01")).points().stream()
                .map(point -> point.value().numerator())
                .toList();
    }

    @Test
    void aSingleDayShowsWhatHappenedOnIt() {
        assertThat(values(Kpi.REVENUE, Trend.SINGLE_DAY)).containsExactly(0L, 0L, 5_00L, 7_00L);
    }

    @Test
    void aBalanceIsThatAtTheEndOfTheDay() {
        assertThat(values(Kpi.OPEN_DEALS, Trend.SINGLE_DAY)).containsExactly(0L, 1L, 0L, -1L);
    }

    @Test
    void aWindowRolls() {
        assertThat(values(Kpi.REVENUE, new Window.Rolling(30))).containsExactly(0L, 0L, 5_00L, 12_00L);
        assertThat(values(Kpi.REVENUE, new Window.MonthToDate())).containsExactly(0L, 0L, 5_00L, 7_00L);
    }

    @Test
    void daysToComeHaveNoTrend() {
        int day = Days.of("2017-06-02");

        assertThatThrownBy(() -> Trend.of(panes, Kpi.REVENUE, Trend.SINGLE_DAY, SETTINGS, day, day))
                .isInstanceOf(DayOutOfReachException.class);
    }
}
