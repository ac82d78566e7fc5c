package io.upswing.app.config;

import io.upswing.core.entity.CreditPolicy;
import io.upswing.core.kpi.Retention;
import io.upswing.core.kpi.Window;
import io.upswing.core.source.Bounds;
import java.time.Duration;
import java.util.List;

/**
 * What is computed, and how often it is said.
 *
 * @param credit who has the credit for a deal that changes hands after its close
 * @param windows the windows of KPIs, each once
 * @param retention how long panes are kept; covers the windows
 * @param bounds of the dates that are taken
 * @param maxDaysAhead how many closed days may wait for their evaluation, from 1
 * @param emitInterval the shortest time between two values of one rep or unit on {@code kpi.current}, {@code kpi.units}
 */
public record KpiSettings(
        CreditPolicy credit,
        List<Window> windows,
        Retention retention,
        Bounds bounds,
        int maxDaysAhead,
        Duration emitInterval) {
    /** Checks that panes are kept long enough, and the ranges. */
    public KpiSettings {
        windows = List.copyOf(windows);
        retention.mustCover(windows);
        if (maxDaysAhead < 1) {
            throw new IllegalArgumentException("at least 1 day ahead, not " + maxDaysAhead);
        }
        if (emitInterval.isNegative() || emitInterval.isZero()) {
            throw new IllegalArgumentException("an emit interval is positive, not " + emitInterval);
        }
    }
}
