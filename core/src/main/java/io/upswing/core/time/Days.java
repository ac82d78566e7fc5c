package io.upswing.core.time;

import java.time.LocalDate;

/** Days as the stages count them: epoch days (1970-01-01 is 0), which sort and subtract cheaply. */
public final class Days {
    /**
     * The recorded date of what stands before any watermark in its partition (k = −∞), and, as an event date, the pane
     * that holds the balances of all days before the kept ones.
     */
    public static final int BEFORE_ALL = Integer.MIN_VALUE;

    private static final int EARLIEST = of("1900-01-01");
    private static final int LATEST = of("2200-12-31");

    private Days() {}

    /** The epoch day of a date. */
    public static int of(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    /** The epoch day of an ISO date such as {@code 2017-12-31}. */
    public static int of(String isoDate) {
        return of(LocalDate.parse(isoDate));
    }

    /** The date of an epoch day other than {@link #BEFORE_ALL}. */
    public static LocalDate date(int day) {
        return LocalDate.ofEpochDay(day);
    }

    /**
     * A day that came from elsewhere.
     *
     * @throws IllegalArgumentException if it is not within the years 1900 to 2200, where all days lie that are taken
     */
    public static int checked(int day) {
        if (day < EARLIEST || day > LATEST) {
            throw new IllegalArgumentException("epoch day " + day + " is not within the years 1900 to 2200");
        }
        return day;
    }

    /** For people: an ISO date, or {@code −∞}. */
    public static String text(int day) {
        return day == BEFORE_ALL ? "−∞" : date(day).toString();
    }
}
