package io.upswing.core.issues;

import io.upswing.core.kpi.Measure;
import io.upswing.core.time.WorkingCalendar;

/** The period of a quota. */
public enum Span {
    MONTH("month", Measure.QUOTA_MONTH),
    /** Of the fiscal year. */
    QUARTER("quarter", Measure.QUOTA_QUARTER);

    private final String id;
    private final Measure quota;

    Span(String id, Measure quota) {
        this.id = id;
        this.quota = quota;
    }

    /** As in rules. */
    public String id() {
        return id;
    }

    /** The balance that says the quota of the period in which a day lies. */
    Measure quota() {
        return quota;
    }

    int firstDay(int day, WorkingCalendar calendar) {
        return this == MONTH
                ? WorkingCalendar.monthStart(day)
                : WorkingCalendar.quarterStart(day, calendar.fiscalYearStart());
    }

    int lastDay(int day, WorkingCalendar calendar) {
        return (this == MONTH
                        ? WorkingCalendar.nextMonth(day)
                        : WorkingCalendar.nextQuarter(day, calendar.fiscalYearStart()))
                - 1;
    }
}
