package io.upswing.app.config;

import io.upswing.core.entity.CreditPolicy;
import io.upswing.core.kpi.WindowSettings;
import io.upswing.core.source.Bounds;
import java.time.Duration;

/**
 * What is computed, and how often it is said.
 *
 * @param credit who has the credit for a deal that changes hands after its close
 * @param staleAfterDays a deal that is open for longer is stale
 * @param windows the windows of KPIs, and how long panes are kept
 * @param bounds of the dates that are taken
 * @param maxDaysAhead how many closed days may wait for their evaluation, from 1
 * @param emitInterval the shortest time between two values of one rep or unit on {@code kpi.current}, {@code kpi.units}
 */
public record KpiSettings(
        CreditPolicy credit,
        int staleAfterDays,
        WindowSettings windows,
        Bounds bounds,
        int maxDaysAhead,
        Duration emitInterval) {
    /** Checks the ranges. */
    public KpiSettings {
        if (maxDaysAhead < 1) {
            throw new IllegalArgumentException("at least 1 day ahead, not " + maxDaysAhead);
        }
        if (emitInterval.isNegative() || emitInterval.isZero()) {
            throw new IllegalArgumentException("an emit interval is positive, not " + emitInterval);
        }
    }
}
