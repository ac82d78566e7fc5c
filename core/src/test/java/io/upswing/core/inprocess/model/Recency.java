package io.upswing.core.inprocess.model;

/**
 * How long ago something was last done.
 *
 * @param workingDays those after the day on which it was done, up to the one that is looked at
 */
public record Recency(int days, int workingDays) {}
