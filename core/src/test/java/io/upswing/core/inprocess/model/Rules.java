package io.upswing.core.inprocess.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;

/**
 * What results depend on.
 *
 * @param windows     {@code 7d}, {@code mtd}, {@code qtd}
 * @param kept        how long panes are kept
 * @param horizonDays how far dates may lie ahead of the recorded date
 * @param fiscalYearStart the month in which the fiscal year begins
 * @param keepCredit  whether the credit for a closed deal stays with the owner at the close
 */
public record Rules(
        List<String> windows,
        Period kept,
        int horizonDays,
        String currency,
        boolean keepCredit,
        Set<DayOfWeek> workingWeek,
        Set<LocalDate> holidays,
        int fiscalYearStart) {
    public Rules {
        windows = List.copyOf(windows);
        workingWeek = Set.copyOf(workingWeek);
        holidays = Set.copyOf(holidays);
    }
}
