package io.upswing.core.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a rep stands in the organization from some day on.
 *
 * @param hired epoch day
 * @param role  as HR calls it: a word that rules can name
 */
public record Assignment(
        Optional<String> team, Optional<String> region, OptionalInt hired, List<Leave> leaves, Optional<String> role) {
    public Assignment {
        leaves = List.copyOf(leaves);
    }

    /** Of a rep whose role is not known. */
    public Assignment(Optional<String> team, Optional<String> region, OptionalInt hired, List<Leave> leaves) {
        this(team, region, hired, leaves, Optional.empty());
    }

    /** Whether the rep is away on a day. */
    public boolean isAway(int day) {
        return leaves.stream().anyMatch(leave -> leave.covers(day));
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
