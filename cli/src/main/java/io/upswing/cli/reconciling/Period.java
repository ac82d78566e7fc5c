package io.upswing.cli.reconciling;

import io.upswing.core.entity.Place;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.Sums;

/**
 * The days of a window.
 *
 * @param from epoch day
 * @param to   epoch day, the last one
 */
public record Period(int from, int to) {
    /** What of a fact's sums counts in the window: flows of its days, balances of all days up to its last. */
    Sums counted(Place place, Sums sums) {
        if (place.day() > to) {
            return Sums.ZERO;
        }
        return place.day() >= from ? sums : sums.balances();
    }

    /** Whether a measure is in sums, of whatever bucket. */
    static boolean has(Sums sums, Measure measure) {
        boolean[] found = {false};
        sums.forEach((key, amount) -> found[0] |= Measure.of(key) == measure);
        return found[0];
    }
}
