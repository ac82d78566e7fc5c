package io.upswing.core.rep;

import io.upswing.core.kpi.Changes;
import io.upswing.core.kpi.ClosedSums;
import io.upswing.core.kpi.Outbox;
import io.upswing.core.kpi.Panes;
import io.upswing.core.time.GateStore;

/**
 * The stores of the rep stage.
 *
 * @param gate        the day gate, and records of HR's that wait
 * @param evaluations how far evaluations are, and unit days that wait
 * @param evaluated   sums of windows as known at the close of R
 * @param corrections what was learned of earlier days, until it is evaluated
 * @param rules       all versions of all rules
 * @param commands    that wait, and what became of others
 * @param cases       issues and plans
 * @param market      panes of the units as known at the close of R
 */
public record RepStores(
        GateStore<OrgRecord> gate,
        EvaluationStore evaluations,
        Reps reps,
        Panes panes,
        Changes changes,
        ClosedSums.Store closed,
        ClosedSums.Store evaluated,
        Corrections corrections,
        RuleStore rules,
        Commands commands,
        Cases cases,
        Panes market,
        Outbox outbox) {}
