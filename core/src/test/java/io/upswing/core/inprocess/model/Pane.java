package io.upswing.core.inprocess.model;

import java.util.ArrayList;
import java.util.List;

/**
 * What happened on one day, or in one window.
 *
 * @param sized  deals won with an amount in the reporting currency
 * @param held   deals won with an amount in another
 * @param cycles days from created to closed of deals won, ascending
 */
public record Pane(
        long created,
        long won,
        long lost,
        long revenue,
        long sized,
        long held,
        List<Long> cycles,
        Activities activities) {
    public static final Pane EMPTY = new Pane(0, 0, 0, 0, 0, 0, List.of(), Activities.NONE);

    /** What happened without another's part. */
    public Pane minus(Pane part) {
        return new Pane(
                created - part.created,
                won - part.won,
                lost - part.lost,
                revenue - part.revenue,
                sized - part.sized,
                held - part.held,
                without(cycles, part.cycles),
                activities.minus(part.activities));
    }

    static List<Long> without(List<Long> all, List<Long> part) {
        List<Long> left = new ArrayList<>(all);
        part.forEach(value -> {
            if (!left.remove(value)) {
                throw new IllegalStateException(value + " is no part of " + all);
            }
        });
        return left;
    }

    Pane with(List<Long> sortedCycles, Activities done) {
        return new Pane(created, won, lost, revenue, sized, held, sortedCycles, done);
    }
}
