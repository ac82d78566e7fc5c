package io.upswing.app.views;

import io.upswing.core.kpi.Sums;
import io.upswing.core.kpi.Window;

/**
 * The KPIs of a subject in one window.
 *
 * @param day  the last day of the window
 * @param sums of the window, balances included
 */
public record KpiRow(Subject subject, int day, Window window, Sums sums) {}
