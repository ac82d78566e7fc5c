package io.upswing.producers.csv;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a row says about a rep.
 *
 * @param effectiveFrom from when on it holds; none means the first day of the history
 */
record Rep(
        String id,
        Optional<String> team,
        Optional<String> region,
        Optional<LocalDate> hired,
        Optional<LocalDate> effectiveFrom) {}
