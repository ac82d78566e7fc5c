package io.upswing.app.views;

import io.upswing.core.kpi.Ledger;
import io.upswing.core.kpi.Sums;
import io.upswing.core.plans.Figures;
import io.upswing.core.plans.Timeframe;

/** A rep's figures on a day, as known now. Cost: the windows of an earlier day than the open one are made of its panes. */
record CaseFigures(Ledger ledger, String rep) implements Figures {
    @Override
    public Sums sums(Timeframe timeframe, int day) {
        return switch (timeframe) {
            case Timeframe.OfWindow(var window) -> {
                int configured = ledger.windows().indexOf(window);
                yield configured < 0
                        ? Sums.ZERO
                        : (day == ledger.openDay() ? ledger.windowSums(rep) : ledger.windowSumsOn(rep, day))
                                .get(configured);
            }
            case Timeframe.OfPeriod(int from, int to) -> ledger.livePeriod(rep, from, to, day);
        };
    }
}
