package io.upswing.app.views;

/**
 * How things stand with an issue or a plan.
 *
 * @param current   the record of {@code issues.current} or {@code plans.current}
 * @param placement of the rep, on the open day
 */
public record CaseRow<C>(C current, Placement placement) {}
