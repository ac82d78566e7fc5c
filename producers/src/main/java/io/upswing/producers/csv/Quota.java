package io.upswing.producers.csv;

import io.upswing.schemas.QuotaPeriod;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A rep's quota as its row has it.
 *
 * @param version none if the mapping names no such column
 * @param effectiveFrom the first day on which it is the period's quota; none: the period's first day
 */
record Quota(
        String rep,
        OptionalLong version,
        QuotaPeriod period,
        LocalDate periodStart,
        Optional<LocalDate> effectiveFrom,
        AmountRule.Amount amount) {

    /** The first day on which it counts. */
    LocalDate from() {
        return effectiveFrom.orElse(periodStart);
    }
}
