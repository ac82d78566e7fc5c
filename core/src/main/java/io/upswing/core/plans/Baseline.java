package io.upswing.core.plans;

import io.upswing.core.kpi.KpiValue;
import java.util.OptionalDouble;

/**
 * Where a goal starts, as an evaluation saw it.
 *
 * @param day    the evaluated day
 * @param value  of the rep
 * @param market of the rep's team without the rep, or of the company where the rep has no team mates; empty: no data
 */
public record Baseline(int day, KpiValue value, OptionalDouble market) {}
