package io.upswing.core.rep;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.kpi.HeapChanges;
import io.upswing.core.kpi.HeapClosedSums;
import io.upswing.core.kpi.HeapPanes;
import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.KpiValue;
import io.upswing.core.kpi.Ledger;
import io.upswing.core.kpi.Retention;
import io.upswing.core.kpi.Sums;
import io.upswing.core.kpi.Window;
import io.upswing.core.kpi.WindowSettings;
import io.upswing.core.plans.Timeframe;
import io.upswing.core.time.WorkingCalendar;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The windows are 7 days only. */
class LiveFiguresTest {
    private static final int DAY = 20_000;

    private final LiveFigures figures = new LiveFigures(
            new Ledger(
                    new HeapPanes(),
                    new HeapChanges(),
                    new HeapClosedSums(),
                    new WindowSettings(List.of(new Window.Rolling(7)), Retention.DEFAULT, WorkingCalendar.PLAIN)),
            "ada",
            List.of(Sums.ZERO));

    private KpiValue revenue(int days) {
        return figures.value(Kpi.REVENUE, new Timeframe.OfWindow(new Window.Rolling(days)), DAY);
    }

    @Test
    void aWindowThatIsNoLongerConfiguredHasNoData() {
        assertThat(revenue(7))
                .extracting(KpiValue::isEmpty, KpiValue::numerator)
                .containsExactly(false, 0L);
        assertThat(revenue(30).isEmpty()).isTrue();
    }
}
