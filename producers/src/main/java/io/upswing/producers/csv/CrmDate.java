package io.upswing.producers.csv;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A date as the CRM gives it.
 *
 * @param day the day in the organization's time zone
 * @param instant the moment, where the CRM gives one
 */
record CrmDate(LocalDate day, Optional<Instant> instant) {
    /** As the event's schema takes it: a date if it was one, else the moment. */
    Object avro() {
        return instant.<Object>map(moment -> moment).orElse(day);
    }
}
