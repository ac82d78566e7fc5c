package io.upswing.faults;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Some days of the load, at whose end everything is compared.
 *
 * @param last   its last day
 * @param moment what happens in it; nothing in the first
 */
record Leg(int number, LocalDate last, Optional<Moment> moment) {
    /**
     * A fault and its moment.
     *
     * @param day    it comes as soon as this day is open
     * @param after  and this much time has passed since
     * @param victim which instance, as a number that is counted round and round
     * @param length how long what is away stays away
     */
    record Moment(Fault fault, LocalDate day, Duration after, int victim, Duration length) {}
}
