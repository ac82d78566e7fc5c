package io.upswing.app.clock;

import io.upswing.core.time.Days;
import io.upswing.core.time.OrganizationZone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Which days are to be closed at a moment of the broker's time: those whose end in the organization's zone lies a grace
 * period back, or longer.
 */
record DueDays(OrganizationZone zone, Duration grace) {
    /** The last day that is to be closed at a moment. */
    LocalDate last(Instant brokerTime) {
        return Days.date(zone.dayOf(brokerTime.minus(grace)) - 1);
    }

    /** The days after one that are to be closed at a moment, in order. */
    List<LocalDate> after(LocalDate closed, Instant brokerTime) {
        LocalDate last = last(brokerTime);
        return last.isAfter(closed)
                ? closed.plusDays(1).datesUntil(last.plusDays(1)).toList()
                : List.of();
    }
}
