package io.upswing.core.rep;

import io.upswing.core.issues.IssueEvent;
import io.upswing.core.issues.Track;
import io.upswing.core.kpi.OrgUnit;
import io.upswing.core.kpi.Snapshot;
import io.upswing.core.kpi.Sums;
import io.upswing.core.plans.PlanEvent;
import io.upswing.core.plans.Progress;
import io.upswing.core.plans.Recognition;

/** Where the rep stage writes. */
public interface RepOutput {
    /** To the unit stage: what is added to a unit's pane, by what was recorded on k. */
    void unitSum(OrgUnit unit, int day, int k, Sums sums);

    /** To every partition of the unit stage: this task has closed the day. */
    void dayClosed(int day);

    /** A rep's KPIs as they are now. */
    void current(Snapshot snapshot);

    /** Something happened to an issue. */
    void issue(IssueEvent event);

    /** How things stand for a rep under a rule. */
    void issueNow(String rep, String rule, Track track);

    /** Something happened to a plan. */
    void plan(PlanEvent event);

    /** How far a plan is now. */
    void planNow(Progress progress);

    /** The good news. */
    void recognition(Recognition recognition);

    /** What became of a command. */
    void result(CommandResult result);

    /** A rep's pane as it is now. */
    void daily(String rep, int day, Sums sums);
}
