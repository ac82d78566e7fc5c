package io.upswing.core.rep;

import io.upswing.core.evaluation.Evaluation;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.OrgUnit;
import io.upswing.core.kpi.Sums;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an evaluation saw, kept beyond it. Days are days of March 2026. */
final class Evidence {
    private final List<String> units;
    private final Map<Integer, Sums> own = new HashMap<>();
    private final Map<String, Map<Integer, Sums>> market = new HashMap<>();
    private final Map<String, Sums> marketBalance = new HashMap<>();
    private final Sums ownBalance;

    Evidence(Evaluation evaluation, Set<String> allUnits) {
        units = evaluation.units().stream().map(OrgUnit::key).toList();
        ownBalance = evaluation.ownBalance();
        for (int day = evaluation.firstDay(); day <= evaluation.day() + 3; day++) {
            own.put(day, evaluation.own(day));
        }
        for (String key : allUnits) {
            OrgUnit unit = OrgUnit.parse(key);
            Map<Integer, Sums> days = new HashMap<>();
            for (int day = evaluation.firstDay(); day <= evaluation.day() + 3; day++) {
                days.put(day, evaluation.market(unit, day));
            }
            market.put(key, days);
            marketBalance.put(key, evaluation.marketBalance(unit));
        }
    }

    /** The keys of the units to which the rep belongs. */
    List<String> units() {
        return units;
    }

    /** The rep's own revenue of a day. */
    long own(int day) {
        return own.getOrDefault(Story.march(day), Sums.ZERO).get(Measure.REVENUE);
    }

    long ownOpen() {
        return ownBalance.get(Measure.OPEN_DEALS);
    }

    /** The quota of the month. */
    long ownQuota() {
        return ownBalance.get(Measure.QUOTA_MONTH);
    }

    /** A unit's quota of the month without the rep's. */
    long marketQuota(String unit) {
        return marketBalance.getOrDefault(unit, Sums.ZERO).get(Measure.QUOTA_MONTH);
    }

    /** A unit's revenue of a day without the rep's. */
    long market(String unit, int day) {
        return market.getOrDefault(unit, Map.of())
                .getOrDefault(Story.march(day), Sums.ZERO)
                .get(Measure.REVENUE);
    }

    /** A unit's open deals without the rep's. */
    long marketOpen(String unit) {
        return marketBalance.getOrDefault(unit, Sums.ZERO).get(Measure.OPEN_DEALS);
    }
}
