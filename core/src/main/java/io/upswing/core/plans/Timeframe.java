package io.upswing.core.plans;

import io.upswing.core.evaluation.Evaluation;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.Window;
import io.upswing.core.kpi.WindowSettings;
import io.upswing.core.time.Days;
import io.upswing.core.time.WorkingCalendar;
import java.util.Optional;

/** Over which days a goal's KPI is measured. */
public sealed interface Timeframe {
    /** For people: {@code 30d}, {@code 2026-04-01 to 2026-06-30}. */
    String text();

    /** The first day that counts on a day. */
    int firstDay(int day);

    /** With what lies on a day or after it later by so many days. */
    default Timeframe moved(int since, int shift) {
        return this;
    }

    /** A window that ends today. */
    record OfWindow(Window window) implements Timeframe {
        @Override
        public int firstDay(int day) {
            return window.firstDay(day);
        }

        @Override
        public String text() {
            return window.id();
        }
    }

    /**
     * A fixed period.
     *
     * @param from the first day
     * @param to   the last day
     */
    record OfPeriod(int from, int to) implements Timeframe {
        /** How many days it has. */
        int days() {
            return to - from + 1;
        }

        @Override
        public int firstDay(int day) {
            return from;
        }

        boolean shows(Measure balance, Evaluation evaluation) {
            return WindowSettings.shows(balance, from, to, evaluation.calendar());
        }

        /** Whether it is made of whole calendar months. */
        boolean isCalendar() {
            return from <= to
                    && WorkingCalendar.monthStart(from) == from
                    && WorkingCalendar.monthStart(to + 1) == to + 1;
        }

        /** The whole month or fiscal quarter before it that is over on a day; empty if it is neither itself. */
        Optional<OfPeriod> before(int day, WorkingCalendar calendar) {
            boolean isMonth = WindowSettings.shows(Measure.QUOTA_MONTH, from, to, calendar);
            if (!isMonth && !WindowSettings.shows(Measure.QUOTA_QUARTER, from, to, calendar)) {
                return Optional.empty();
            }
            int last = Math.min(from - 1, day);
            int next = isMonth
                    ? WorkingCalendar.monthStart(last + 1)
                    : WorkingCalendar.quarterStart(last + 1, calendar.fiscalYearStart());
            int first = isMonth
                    ? WorkingCalendar.monthStart(next - 1)
                    : WorkingCalendar.quarterStart(next - 1, calendar.fiscalYearStart());
            return Optional.of(new OfPeriod(first, next - 1));
        }

        /** One of whole months stays: with other days it would be another period, without a quota. */
        @Override
        public OfPeriod moved(int since, int shift) {
            return isCalendar()
                    ? this
                    : new OfPeriod(from >= since ? from + shift : from, to >= since ? to + shift : to);
        }

        @Override
        public String text() {
            return Days.text(from) + " to " + Days.text(to);
        }
    }
}
