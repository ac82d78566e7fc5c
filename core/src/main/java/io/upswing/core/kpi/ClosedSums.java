package io.upswing.core.kpi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the closed days add to each window that ends on the open day.
 *
 * @param windows flows, one for each configured window, in their order
 * @param balance balances of all closed days
 */
public record ClosedSums(List<Sums> windows, Sums balance) {
    public ClosedSums {
        windows = List.copyOf(windows);
    }

    /** Nothing, for a number of windows. */
    public static ClosedSums zero(int windows) {
        return new ClosedSums(Collections.nCopies(windows, Sums.ZERO), Sums.ZERO);
    }

    ClosedSums plusBalance(Sums delta) {
        return delta.isZero() ? this : new ClosedSums(windows, balance.plus(delta));
    }

    ClosedSums withWindow(int index, Sums sums) {
        List<Sums> changed = new ArrayList<>(windows);
        changed.set(index, sums);
        return new ClosedSums(changed, balance);
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

        /** The ids of the windows that the entries are of; empty before the first day. */
        List<String> windowIds();

        void windowIds(List<String> ids);
    }
}
