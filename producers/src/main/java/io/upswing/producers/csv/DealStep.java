package io.upswing.producers.csv;

import java.time.LocalDate;

/**
 * A deal on a day on which something became of it.
 *
 * @param day the day on which it is told
 */
record DealStep(Deal deal, Kind kind, LocalDate day) {
    /** What became of it, in the order within a day. */
    enum Kind {
        CREATED,
        CLOSED,
        /** The CRM has it, and no date for it. */
        UNDATED
    }
}
