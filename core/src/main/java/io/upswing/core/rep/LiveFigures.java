package io.upswing.core.rep;

import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.KpiValue;
import io.upswing.core.kpi.Ledger;
import io.upswing.core.kpi.Sums;
import io.upswing.core.plans.Figures;
import io.upswing.core.plans.Timeframe;
import java.util.List;

/**
 * A rep's figures of one day as they are now: the open day, or one before it with what has been learned since.
 *
 * @param windows the sums of each configured window up to that day, in their order
 */
public record LiveFigures(Ledger ledger, String rep, List<Sums> windows) implements Figures {
    /** A window that is no longer configured has no data until the plan is revised. */
    @Override
    public KpiValue value(Kpi kpi, Timeframe timeframe, int day) {
        return timeframe instanceof Timeframe.OfWindow(var window)
                        && !ledger.windows().contains(window)
                ? KpiValue.NONE
                : Figures.super.value(kpi, timeframe, day);
    }

    @Override
    public Sums sums(Timeframe timeframe, int day) {
        return switch (timeframe) {
            case Timeframe.OfWindow(var window) -> {
                int configured = ledger.windows().indexOf(window);
                yield configured < 0 ? Sums.ZERO : windows.get(configured);
            }
            case Timeframe.OfPeriod period -> ledger.livePeriod(rep, period.from(), period.to(), day);
        };
    }
}
