package io.upswing.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {
    private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    /** Easter of 2026, and a holiday on a Saturday, which takes nothing away. */
    private static final WorkingCalendar EASTER = new WorkingCalendar(
            WEEK, Set.of(LocalDate.of(2026, 4, 3), LocalDate.of(2026, 4, 6), LocalDate.of(2026, 8, 15)), 1);

    @ParameterizedTest
    @CsvSource({
        "2026-03-06, 2026-03-06, 0",
        "2026-03-06, 2026-03-05, 0",
        "2026-03-06, 2026-03-08, 0",
        "2026-03-06, 2026-03-09, 1",
        "2026-03-07, 2026-03-09, 1",
        "2026-03-09, 2026-03-13, 4",
        "2026-03-09, 2026-03-16, 5",
        "2026-03-09, 2026-03-17, 6",
        "2026-04-02, 2026-04-07, 1",
        "2026-04-03, 2026-04-06, 0",
        "2026-03-31, 2026-05-01, 21",
        "2026-08-14, 2026-08-17, 1"
    })
    void workingDaysAreThoseAfterTheFirstDayUpToTheLast(String from, String to, int days) {
        assertThat(EASTER.workingDays(Days.of(from), Days.of(to))).isEqualTo(days);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MONDAY", "SATURDAY"})
    void theyAreAsManyAsCountedOneByOneWhateverTheWeek(DayOfWeek only) {
        Set<DayOfWeek> some = EnumSet.of(DayOfWeek.WEDNESDAY, only);
        WorkingCalendar calendar = new WorkingCalendar(some, EASTER.holidays(), 1);
        int first = Days.of("2026-03-20");

        for (int from = first; from < first + 8; from++) {
            int counted = 0;
            for (int to = from; to < from + 40; to++) {
                counted += to > from && calendar.isWorkingDay(to) ? 1 : 0;
                assertThat(calendar.workingDays(from, to)).isEqualTo(counted);
            }
        }
    }

    @Test
    void neitherTheWeekendNorAHolidayIsAWorkingDay() {
        assertThat(EASTER.isWorkingDay(Days.of("2026-04-02"))).isTrue();
        assertThat(EASTER.isWorkingDay(Days.of("2026-04-03"))).isFalse();
        assertThat(EASTER.isWorkingDay(Days.of("2026-04-04"))).isFalse();
        assertThat(WorkingCalendar.PLAIN.isWorkingDay(Days.of("2026-04-03"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29, 2024-02-01, 2024-03-01",
        "2025-12-31, 2025-12-01, 2026-01-01",
        "2026-01-01, 2026-01-01, 2026-02-01"
    })
    void aMonthBeginsOnItsFirst(String day, String start, String next) {
        assertThat(Days.text(WorkingCalendar.monthStart(Days.of(day)))).isEqualTo(start);
        assertThat(Days.text(WorkingCalendar.nextMonth(Days.of(day)))).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2026-01-01, 2026-01-01, 2026-04-01",
        "1, 2025-12-31, 2025-10-01, 2026-01-01",
        "4, 2026-03-31, 2026-01-01, 2026-04-01",
        "4, 2026-04-01, 2026-04-01, 2026-07-01",
        "2, 2026-01-31, 2025-11-01, 2026-02-01",
        "2, 2026-02-01, 2026-02-01, 2026-05-01",
        "12, 2026-02-28, 2025-12-01, 2026-03-01",
        "12, 2026-11-30, 2026-09-01, 2026-12-01",
        "9, 2026-01-15, 2025-12-01, 2026-03-01"
    })
    void quartersFollowFromTheMonthInWhichTheFiscalYearBegins(int fiscal, String day, String start, String next) {
        assertThat(Days.text(WorkingCalendar.quarterStart(Days.of(day), fiscal)))
                .isEqualTo(start);
        assertThat(Days.text(WorkingCalendar.nextQuarter(Days.of(day), fiscal))).isEqualTo(next);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 13, -1})
    void aFiscalYearBeginsInAMonth(int month) {
        assertThatThrownBy(() -> new WorkingCalendar(WEEK, Set.of(), month))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not " + month);
    }

    @Test
    void aWeekWithoutWorkIsRefused() {
        assertThatThrownBy(() -> new WorkingCalendar(Set.of(), Set.of(), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one day");
    }

    @Test
    void itIsToldInWordsFromMondayOn() {
        assertThat(EASTER)
                .hasToString("[MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY], 3 holidays, fiscal year from month 1");
    }
}
