package io.upswing.core.rep;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a rep stands in the organization from some day on.
 *
 * @param hired epoch day
 */
public record Assignment(Optional<String> team, Optional<String> region, OptionalInt hired, List<Leave> leaves) {
    public Assignment {
        leaves = List.copyOf(leaves);
    }

    /**
     * A time away.
     *
     * @param from the first day
     * @param to   the last day; empty: open-ended
     */
    public record Leave(int from, OptionalInt to) {
        /** Whether the rep is away on a day. */
        public boolean covers(int day) {
            return day >= from && (to.isEmpty() || day <= to.getAsInt());
        }
    }
}
