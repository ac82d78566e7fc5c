package io.upswing.core.rep;

import io.upswing.core.kpi.Ledger;
import io.upswing.core.kpi.OrgUnit;
import io.upswing.core.kpi.Retention;
import io.upswing.core.kpi.Sums;
import io.upswing.core.time.Days;
import java.util.Map;
import java.util.TreeMap;

/** What the panes of reps add to the panes of their units: sent on as it changes. */
final class UnitShares {
    private final Roster roster;
    private final Ledger ledger;
    private final RepOutput output;

    UnitShares(Roster roster, Ledger ledger, RepOutput output) {
        this.roster = roster;
        this.ledger = ledger;
        this.output = output;
    }

    /** A rep's pane has changed by what was recorded on k. */
    void changed(String rep, int pane, int k, Sums sums) {
        Sums kept = Retention.kept(pane, sums);
        roster.membership(rep).contribute(pane, countsOn(pane, k), kept, (unit, on, added) -> send(unit, on, k, added));
    }

    /** The day whose unit a pane counts in. */
    private int countsOn(int pane, int k) {
        return pane == Days.BEFORE_ALL && k != Days.BEFORE_ALL
                ? ledger.retention().edge(k)
                : pane;
    }

    private void send(OrgUnit unit, int day, int k, Sums sums) {
        if (!sums.isZero()) {
            output.unitSum(unit, day, k, sums);
        }
    }

    /** A rep belongs elsewhere than was known: what the panes add moves from where they were to where they are. */
    void moved(String rep, Timeline before, Timeline after, int k) {
        Membership from = new Membership(before);
        Membership to = new Membership(after);
        if (from.equals(to)) {
            return;
        }
        Map<String, Map<Integer, Sums>> moved = new TreeMap<>();
        ledger.livePanes(rep).forEach((day, sums) -> {
            from.contribute(
                    day, countsOn(day, k), sums.negated(), (unit, on, added) -> collect(moved, unit, on, added));
            to.contribute(day, countsOn(day, k), sums, (unit, on, added) -> collect(moved, unit, on, added));
        });
        moved.forEach((unit, days) -> days.forEach((day, sums) -> send(OrgUnit.parse(unit), day, k, sums)));
    }

    private static void collect(Map<String, Map<Integer, Sums>> moved, OrgUnit unit, int day, Sums sums) {
        moved.computeIfAbsent(unit.key(), key -> new TreeMap<>()).merge(day, sums, Sums::plus);
    }
}
