package io.upswing.producers.csv;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a row says about a rep.
 *
 * @param version none if the mapping names no such column
 * @param role    as HR calls it
 * @param effectiveFrom from when on it holds; none means the first day of the history
 * @param leaves all of the rep's
 */
record Rep(
        String id,
        OptionalLong version,
        Optional<String> team,
        Optional<String> region,
        Optional<LocalDate> hired,
        Optional<String> role,
        Optional<LocalDate> effectiveFrom,
        List<Leave> leaves) {

    Rep withLeaves(List<Leave> all) {
        return new Rep(id, version, team, region, hired, role, effectiveFrom, List.copyOf(all));
    }
}
