package io.upswing.core.unit;

import io.upswing.core.kpi.OrgUnit;
import io.upswing.core.kpi.Snapshot;
import io.upswing.core.kpi.Sums;

/** Where the unit stage writes. */
public interface UnitOutput {
    /** To every partition of the rep stage: a pane as known at the close of a day. */
    void unitDay(OrgUnit unit, int closedDay, int day, Sums sums);

    /** To every partition of the rep stage: this task has closed the day. */
    void dayClosed(int day);

    /** A unit's KPIs as they are now. */
    void current(Snapshot snapshot);
}
