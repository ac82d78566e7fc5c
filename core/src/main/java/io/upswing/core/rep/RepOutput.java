package io.upswing.core.rep;

import io.upswing.core.kpi.OrgUnit;
import io.upswing.core.kpi.Snapshot;
import io.upswing.core.kpi.Sums;

/** Where the rep stage writes. */
public interface RepOutput {
    /** To the unit stage: what is added to a unit's pane, by what was recorded on k. */
    void unitSum(OrgUnit unit, int day, int k, Sums sums);

    /** To every partition of the unit stage: this task has closed the day. */
    void dayClosed(int day);

    /** A rep's KPIs as they are now. */
    void current(Snapshot snapshot);

    /** A rep's pane as it is now. */
    void daily(String rep, int day, Sums sums);
}
