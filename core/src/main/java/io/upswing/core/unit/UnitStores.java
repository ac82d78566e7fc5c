package io.upswing.core.unit;

import io.upswing.core.kpi.Changes;
import io.upswing.core.kpi.ClosedSums;
import io.upswing.core.kpi.Outbox;
import io.upswing.core.kpi.Panes;
import io.upswing.core.time.GateStore;

/**
 * The stores of the unit stage.
 *
 * @param sent panes as last sent to the rep stage
 */
public record UnitStores(
        GateStore<Void> gate, Panes panes, Changes changes, ClosedSums.Store closed, Panes sent, Outbox outbox) {}
