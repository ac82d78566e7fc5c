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
public record Pane(long created, long won, long lost, long revenue, long sized, long held, List<Integer> cycles) {
    public static final Pane EMPTY = new Pane(0, 0, 0, 0, 0, 0, List.of());

    /** What happened without another's part. */
    public Pane minus(Pane part) {
        List<Integer> left = new ArrayList<>(cycles);
        part.cycles.forEach(cycle -> {
            if (!left.remove((Object) cycle)) {
                throw new IllegalStateException("no part of " + this + ": " + part);
            }
        });
        return new Pane(
                created - part.created,
                won - part.won,
                lost - part.lost,
                revenue - part.revenue,
                sized - part.sized,
                held - part.held,
                left);
    }

    Pane withCycles(List<Integer> sorted) {
        return new Pane(created, won, lost, revenue, sized, held, sorted);
    }
}
