package io.upswing.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.Sums;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Read on days 10 to 12; flows count from day 5 on. */
class CorrectionTest {
    private final TreeMap<Integer, Sums> days = new TreeMap<>();

    private CorrectionTest adds(int day, Measure measure, long amount) {
        days.merge(day, new Sums.Builder().add(measure, amount).build(), Sums::plus);
        return this;
    }

    private boolean moves(Kpi kpi) {
        return new Correction("deal:D", days).moves(kpi, 5, 10, 12);
    }

    @Test
    void aFlowMovesTheWindowsInWhichItIs() {
        assertThat(adds(5, Measure.REVENUE, 1).moves(Kpi.REVENUE)).isTrue();
        assertThat(moves(Kpi.DEALS_WON)).isFalse();
    }

    @Test
    void aFlowBeforeTheWindowsOrAfterThemMovesNone() {
        assertThat(adds(4, Measure.REVENUE, 1).adds(13, Measure.REVENUE, 1).moves(Kpi.REVENUE))
                .isFalse();
    }

    @Test
    void aBalanceMovesWhatIsReadFromItsDayOn() {
        assertThat(adds(1, Measure.OPEN_DEALS, 1).moves(Kpi.OPEN_DEALS)).isTrue();
    }

    @Test
    void aBalanceThatWasOverByThenMovesNothing() {
        assertThat(adds(1, Measure.OPEN_DEALS, 1)
                        .adds(10, Measure.OPEN_DEALS, -1)
                        .moves(Kpi.OPEN_DEALS))
                .isFalse();
    }

    @Test
    void aBalanceThatWasForADayMovesWhatIsReadOnThatDay() {
        assertThat(adds(11, Measure.OPEN_DEALS, 1)
                        .adds(12, Measure.OPEN_DEALS, -1)
                        .moves(Kpi.OPEN_DEALS))
                .isTrue();
    }

    @Test
    void anActivityOfAnyDayMovesTheDaysSinceTheLast() {
        assertThat(adds(1, Measure.ACTIVITIES, 1).moves(Kpi.WORKING_DAYS_SINCE_ACTIVITY))
                .isTrue();
    }
}
