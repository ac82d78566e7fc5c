package io.upswing.core.rep;

import io.upswing.core.kpi.OrgUnit;
import io.upswing.core.kpi.Sums;

/**
 * A pane of a unit as known at a close of day: what the market did.
 *
 * @param closedDay at whose close the unit stage sent it
 * @param day       the pane's event date
 * @param sums      the whole pane, not a difference
 */
public record UnitDay(OrgUnit unit, int closedDay, int day, Sums sums) {}
