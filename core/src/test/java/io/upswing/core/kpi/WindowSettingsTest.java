package io.upswing.core.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.kpi.Window.MonthToDate;
import io.upswing.core.kpi.Window.QuarterToDate;
import io.upswing.core.kpi.Window.Rolling;
import io.upswing.core.time.Days;
import io.upswing.core.time.WorkingCalendar;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How a window's sums are put together. Friday, 13 March 2026 is open; 100 days are kept. */
class WindowSettingsTest {
    private static final int OPEN = Days.of("2026-03-13");
    private static final List<Window> WINDOWS = List.of(new Rolling(7), new MonthToDate(), new QuarterToDate(2));
    private static final Sums FLOWS =
            new Sums.Builder().add(Measure.REVENUE, 50).build();
    private static final Sums BALANCES = new Sums.Builder()
            .add(Measure.OPEN_DEALS, 3)
            .add(Measure.QUOTA_MONTH, 100)
            .add(Measure.QUOTA_QUARTER, 250)
            .build();

    private final WindowSettings settings =
            new WindowSettings(WINDOWS, new Retention(Period.ofDays(100)), WorkingCalendar.PLAIN);

    private List<Sums> all(int last, int lastActive) {
        return WINDOWS.stream()
                .map(window -> settings.of(window, last, FLOWS, BALANCES, lastActive, OPEN))
                .toList();
    }

    private long age(int last, int lastActive, Measure measure) {
        return all(last, lastActive).getFirst().get(measure);
    }

    @Test
    void aPeriodsQuotaStandsInTheWindowOfThatPeriodAlone() {
        List<Sums> all = all(OPEN, Days.BEFORE_ALL);

        assertThat(all.get(0)).hasToString("{REVENUE=50, OPEN_DEALS=3}");
        assertThat(all.get(1)).hasToString("{REVENUE=50, OPEN_DEALS=3, QUOTA_MONTH=100}");
        assertThat(all.get(2)).hasToString("{REVENUE=50, OPEN_DEALS=3, QUOTA_QUARTER=250}");
        assertThat(all)
                .extracting(sums -> Kpi.QUOTA_ATTAINMENT.of(sums).value().orElse(-1))
                .containsExactly(-1.0, 0.5, 0.2);
    }

    @Test
    void theLastActivityIsAsOldInEveryWindow() {
        assertThat(all(OPEN, OPEN - 9)).allSatisfy(sums -> {
            assertThat(Kpi.DAYS_SINCE_ACTIVITY.of(sums)).isEqualTo(KpiValue.whole(9, 1));
            assertThat(Kpi.WORKING_DAYS_SINCE_ACTIVITY.of(sums)).isEqualTo(KpiValue.whole(7, 1));
        });
    }

    @Test
    void anActivityOfTheLastDayIsZeroDaysOld() {
        assertThat(age(OPEN, OPEN, Measure.ACTIVITY_AGE)).isEqualTo(1);
        assertThat(age(OPEN, OPEN, Measure.ACTIVITY_WORKING_AGE)).isEqualTo(1);
        assertThat(age(OPEN - 2, OPEN - 2, Measure.ACTIVITY_AGE)).isEqualTo(1);
    }

    @Test
    void anActivityThatIsNoLongerKeptOnTheOpenDayCountsAsNone() {
        assertThat(age(OPEN, OPEN - 99, Measure.ACTIVITY_AGE)).isEqualTo(100);
        assertThat(age(OPEN, OPEN - 100, Measure.ACTIVITY_AGE)).isZero();
        assertThat(age(OPEN - 5, OPEN - 100, Measure.ACTIVITY_WORKING_AGE)).isZero();
        assertThat(age(OPEN, Days.BEFORE_ALL, Measure.ACTIVITY_AGE)).isZero();
    }

    @Test
    void theLastActiveDayIsTheLastOneWithAnActivity() {
        Sums done = new Sums.Builder().add(Measure.ACTIVITIES, 1).build();
        TreeMap<Integer, Sums> panes = new TreeMap<>();
        assertThat(WindowSettings.lastActive(panes)).isEqualTo(Days.BEFORE_ALL);
        panes.put(5, done);
        panes.put(7, done);
        panes.put(9, FLOWS);

        assertThat(WindowSettings.lastActive(panes)).isEqualTo(7);
        assertThat(WindowSettings.isActive(done)).isTrue();
        assertThat(WindowSettings.isActive(FLOWS)).isFalse();
    }

    @Test
    void theDefaultsFollowTheFiscalYear() {
        WorkingCalendar april = new WorkingCalendar(WorkingCalendar.PLAIN.workingWeek(), Set.of(), 4);

        assertThat(WindowSettings.defaults(april).windows())
                .contains(new QuarterToDate(4))
                .hasSize(6);
    }
}
