package io.upswing.faults;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/**
 * What came of one fault.
 *
 * @param instances   how many there were
 * @param number      of the fault in its run, from 1
 * @param openDay     the latest open day of the rep stage when it came; the day it waited for, if that never opened
 * @param lastDay     of the load that came in around it
 * @param recovery    from the fault, the time in which processes were away included, until the days of the load were
 *     evaluated that came in meanwhile
 * @param differences from what an undisturbed run had said at the same point, or what failed meanwhile; none if all is
 *     well
 */
public record FaultResult(
        int instances,
        int number,
        Fault fault,
        LocalDate openDay,
        LocalDate lastDay,
        Duration recovery,
        List<String> differences) {
    /** Copies the list. */
    public FaultResult {
        differences = List.copyOf(differences);
    }

    /** Whether it has left no trace. */
    public boolean isWell() {
        return differences.isEmpty();
    }

    /** Whether all days of its load were closed before it came: then it hit an installation that had nothing to do. */
    public boolean cameTooLate() {
        return openDay.isAfter(lastDay);
    }

    /** What came of it, in a word or two. */
    public String verdict() {
        return (isWell() ? "equal" : "DIFFERENT") + (cameTooLate() ? ", came too late" : "");
    }
}
