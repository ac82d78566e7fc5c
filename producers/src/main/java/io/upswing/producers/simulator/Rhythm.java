package io.upswing.producers.simulator;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** When sales people work: the season of the year, the day of the week, the time of the day. */
record Rhythm(ZoneId zone) {
    /** January to December; the mean is 1. */
    private static final List<Double> SEASON =
            List.of(0.90, 0.95, 1.20, 1.00, 1.05, 1.15, 0.75, 0.65, 1.15, 1.10, 1.15, 0.95);

    /** Monday to Sunday; the mean over working days is 1. */
    private static final List<Double> WEEKDAY = List.of(1.10, 1.15, 1.10, 0.95, 0.70, 0.05, 0.03);

    private static final double LATE_AT_NIGHT = 0.02;
    private static final int MILLIS_PER_HOUR = 3_600_000;

    /** How much happens on a day, beside an average working day. */
    static double of(LocalDate day) {
        return SEASON.get(day.getMonthValue() - 1)
                * WEEKDAY.get(day.getDayOfWeek().getValue() - 1);
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** A moment of a day: from 8 to 18 o'clock, now and then shortly before midnight, when it is the next day elsewhere. */
    Instant moment(LocalDate day, Draws draws) {
        boolean late = draws.chance(LATE_AT_NIGHT);
        int millis = draws.between(0, (late ? 2 : 10) * MILLIS_PER_HOUR - 1);
        return at(day, LocalTime.of(late ? 22 : 8, 0).plus(millis, ChronoUnit.MILLIS));
    }

    Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    LocalDate dayOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }
}
