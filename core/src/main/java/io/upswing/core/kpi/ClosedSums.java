package io.upswing.core.kpi;

import io.upswing.core.time.Days;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the closed days add to each window that ends on the open day.
 *
 * @param windows flows, one for each configured window, in their order
 * @param balance balances of all closed days
 * @param lastActive the last closed day with an activity, or {@link Days#BEFORE_ALL}
 * @param firstFlow  the first closed day of those that are kept that has flows, or {@link #NO_FLOW}; kept for evaluations
 *                   only, else {@link #NO_FLOW}
 */
public record ClosedSums(List<Sums> windows, Sums balance, int lastActive, int firstFlow) {
    /** No closed day has flows. */
    public static final int NO_FLOW = Integer.MAX_VALUE;

    public ClosedSums {
        windows = List.copyOf(windows);
    }

    /** Nothing, for a number of windows. */
    public static ClosedSums zero(int windows) {
        return new ClosedSums(Collections.nCopies(windows, Sums.ZERO), Sums.ZERO, Days.BEFORE_ALL, NO_FLOW);
    }

    ClosedSums plusBalance(Sums delta) {
        return delta.isZero() ? this : new ClosedSums(windows, balance.plus(delta), lastActive, firstFlow);
    }

    ClosedSums withWindow(int index, Sums sums) {
        List<Sums> changed = new ArrayList<>(windows);
        changed.set(index, sums);
        return new ClosedSums(changed, balance, lastActive, firstFlow);
    }

    ClosedSums withLastActive(int day) {
        return day == lastActive ? this : new ClosedSums(windows, balance, day, firstFlow);
    }

    ClosedSums withFirstFlow(int day) {
        return day == firstFlow ? this : new ClosedSums(windows, balance, lastActive, day);
    }

    /** Where they are kept. A subject with a pane or a change has an entry, though it may be zero. */
    public interface Store {
        /** Whether the subject has an entry. */
        boolean has(String subject);

        /** The entry, or zero for a number of windows. */
        ClosedSums get(String subject, int windows);

        void put(String subject, ClosedSums sums);

        /** All subjects that have an entry, ascending. */
        List<String> subjects();

        /** The keys of the windows that the entries are of; empty before the first day. */
        List<String> windowKeys();

        void windowKeys(List<String> keys);
    }
}
