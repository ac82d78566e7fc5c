package io.upswing.producers.csv;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Days on which a rep is away.
 *
 * @param to the last day; none: open-ended
 */
record Leave(LocalDate from, Optional<LocalDate> to) {}
