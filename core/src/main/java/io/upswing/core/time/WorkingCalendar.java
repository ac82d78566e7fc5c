package io.upswing.core.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * On which days the organization works, and when its fiscal year begins. Results depend on it: it is configuration.
 *
 * @param workingWeek      at least one day
 * @param holidays         on which nobody works, whatever the day of the week
 * @param fiscalYearStart  the month in which the fiscal year begins, 1 to 12; its quarters follow from it
 */
public record WorkingCalendar(Set<DayOfWeek> workingWeek, Set<LocalDate> holidays, int fiscalYearStart) {
    /** Monday to Friday, no holidays, the fiscal year is the calendar year: for tests and examples. */
    public static final WorkingCalendar PLAIN =
            new WorkingCalendar(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of(), 1);

    public WorkingCalendar {
        if (workingWeek.isEmpty()) {
            throw new IllegalArgumentException("a working week has at least one day");
        }
        if (fiscalYearStart < 1 || fiscalYearStart > 12) {
            throw new IllegalArgumentException("a fiscal year begins in a month from 1 to 12, not " + fiscalYearStart);
        }
        workingWeek = Set.copyOf(workingWeek);
        holidays = Set.copyOf(holidays);
    }

    /** Whether the organization works on a day. */
    public boolean isWorkingDay(int day) {
        LocalDate date = Days.date(day);
        return workingWeek.contains(date.getDayOfWeek()) && !holidays.contains(date);
    }

    /** How many working days lie after {@code from}, up to and including {@code to}; 0 where there are none. */
    public int workingDays(int from, int to) {
        if (to <= from) {
            return 0;
        }
        int weeks = (to - from) / 7;
        int days = weeks * workingWeek.size();
        for (int day = from + weeks * 7 + 1; day <= to; day++) {
            days += workingWeek.contains(Days.date(day).getDayOfWeek()) ? 1 : 0;
        }
        return days - holidaysOnWorkingDays(from, to);
    }

    private int holidaysOnWorkingDays(int from, int to) {
        LocalDate after = Days.date(from);
        LocalDate last = Days.date(to);
        return Math.toIntExact(holidays.stream()
                .filter(holiday -> holiday.isAfter(after) && !holiday.isAfter(last))
                .filter(holiday -> workingWeek.contains(holiday.getDayOfWeek()))
                .count());
    }

    /** The first day of the month in which a day lies. */
    public static int monthStart(int day) {
        return Days.of(Days.date(day).withDayOfMonth(1));
    }

    /** The first day of the next month. */
    public static int nextMonth(int day) {
        return Days.of(Days.date(day).withDayOfMonth(1).plusMonths(1));
    }

    /** The first day of the fiscal quarter in which a day lies, where the fiscal year begins in a month. */
    public static int quarterStart(int day, int fiscalYearStart) {
        LocalDate date = Days.date(day);
        int intoQuarter = Math.floorMod(date.getMonthValue() - fiscalYearStart, 3);
        return Days.of(date.withDayOfMonth(1).minusMonths(intoQuarter));
    }

    /** The first day of the next fiscal quarter. */
    public static int nextQuarter(int day, int fiscalYearStart) {
        return Days.of(Days.date(quarterStart(day, fiscalYearStart)).plusMonths(3));
    }

    /** In words, for a person: the working week from Monday on. */
    @Override
    public String toString() {
        return new TreeSet<>(workingWeek) + ", " + holidays.size() + " holidays, fiscal year from month "
                + fiscalYearStart;
    }
}
