package io.upswing.core.time;

import java.time.Instant;
import java.time.ZoneId;

/**
 * The time zone in which the organization dates what happens. Days have 23, 24 or 25 hours, as the zone's rules say.
 *
 * @param zone results depend on it: it is configuration that has no default
 */
public record OrganizationZone(ZoneId zone) {
    /** The day to which an instant belongs. */
    public int dayOf(Instant instant) {
        return Days.of(instant.atZone(zone).toLocalDate());
    }

    /** The first instant after a day: its end, exclusive. */
    public Instant endOf(int day) {
        return Days.date(day).plusDays(1).atStartOfDay(zone).toInstant();
    }
}
