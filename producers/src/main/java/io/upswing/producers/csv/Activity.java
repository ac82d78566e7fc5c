package io.upswing.producers.csv;

import io.upswing.schemas.ActivityChannel;
import io.upswing.schemas.ActivityKind;
import io.upswing.schemas.ActivityStatus;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An activity as its row has it.
 *
 * @param version none if the mapping names no such column
 */
record Activity(
        String id,
        OptionalLong version,
        ActivityKind kind,
        ActivityStatus status,
        Optional<CrmDate> happened,
        Optional<CrmDate> logged,
        Optional<String> owner,
        Optional<String> deal,
        Optional<String> lead,
        Optional<ActivityChannel> channel) {

    /** The day on which the CRM came to know it, as far as the row says; none if it has no date. */
    Optional<LocalDate> told() {
        return logged.or(() -> happened).map(CrmDate::day);
    }
}
