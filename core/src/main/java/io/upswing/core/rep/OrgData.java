package io.upswing.core.rep;

import io.upswing.core.kpi.Retention;
import io.upswing.core.kpi.Sums;
import io.upswing.core.rep.Timeline.Entry;
import io.upswing.core.time.Days;
import java.util.SortedMap;

/** Takes in what HR says once it is live: where reps belong, and their quotas. */
final class OrgData {
    private final Roster roster;
    private final UnitShares shares;
    private final Retention retention;
    private final int fiscalYearStart;
    private final Facts facts;

    /** Takes facts that follow from what HR says. */
    @FunctionalInterface
    interface Facts {
        void add(String rep, int day, int k, Sums sums, String entity);
    }

    OrgData(Roster roster, UnitShares shares, Retention retention, int fiscalYearStart, Facts facts) {
        this.roster = roster;
        this.shares = shares;
        this.retention = retention;
        this.fiscalYearStart = fiscalYearStart;
        this.facts = facts;
    }

    void learn(OrgRecord record, int k) {
        switch (record) {
            case OrgChange change -> learn(change, k);
            case QuotaChange change -> learn(change, k);
        }
    }

    /** The facts of the rep's quotas change from what they were to what they are. */
    private void learn(QuotaChange change, int k) {
        Rep before = roster.get(change.rep());
        int edge = k == Days.BEFORE_ALL ? Days.BEFORE_ALL : retention.edge(k);
        Rep after = before.withQuotas(before.quotas().plus(change, edge, fiscalYearStart));
        roster.put(change.rep(), after);
        SortedMap<Integer, Sums> added = after.quotas().facts(fiscalYearStart);
        before.quotas().facts(fiscalYearStart).forEach((day, sums) -> added.merge(day, sums.negated(), Sums::plus));
        added.forEach((day, sums) -> {
            if (!sums.isZero()) {
                facts.add(change.rep(), day, k, sums, "quota:" + change.slot().text());
            }
        });
    }

    /** What the rep's panes add to units moves from where they were to where they are. */
    private void learn(OrgChange change, int k) {
        int from =
                k == Days.BEFORE_ALL ? change.effectiveFrom() : Math.max(change.effectiveFrom(), retention.edge(k) + 1);
        Rep before = roster.get(change.rep());
        Rep after = before.withTimeline(before.timeline().plus(new Entry(change, k, from)));
        roster.put(change.rep(), after);
        shares.moved(change.rep(), before.timeline(), after.timeline(), k);
    }
}
