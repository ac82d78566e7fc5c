package io.upswing.core.kpi;

import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;

/** Keeps right on which of the kept closed days a subject's first flows are. */
final class FirstFlows {
    private final Panes panes;
    private final Retention retention;

    FirstFlows(Panes panes, Retention retention) {
        this.panes = panes;
        this.retention = retention;
    }

    /** Of some panes. */
    int among(SortedMap<Integer, Sums> some) {
        return first(some).orElse(ClosedSums.NO_FLOW);
    }

    private static OptionalInt first(SortedMap<Integer, Sums> some) {
        return some.entrySet().stream()
                .filter(pane -> !pane.getValue().flows().isZero())
                .mapToInt(Map.Entry::getKey)
                .findFirst();
    }

    /** After the flows of a closed day have changed; its pane has them already. */
    int added(String subject, int before, int openDay, int day) {
        if (day > before) {
            return before;
        }
        return panes.get(subject, day).flows().isZero() ? from(subject, day + 1, openDay - 1) : day;
    }

    /** After the close of a day, with which an earlier one is no longer kept. */
    int closed(String subject, int before, int closing, Sums pane) {
        int edge = retention.edge(closing + 1);
        if (before == ClosedSums.NO_FLOW) {
            return pane.flows().isZero() ? before : closing;
        }
        return before > edge ? before : from(subject, edge + 1, closing);
    }

    /** Looks at more days each time: most often the next one has some. */
    private int from(String subject, int day, int last) {
        int next = day;
        for (int days = 1; next <= last; days *= 2) {
            int to = Math.min(last, next + days - 1);
            OptionalInt found = first(panes.between(subject, next, to));
            if (found.isPresent()) {
                return found.getAsInt();
            }
            next = to + 1;
        }
        return ClosedSums.NO_FLOW;
    }
}
