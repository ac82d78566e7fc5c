package io.upswing.core.issues;

import io.upswing.core.evaluation.Amounts;
import io.upswing.core.evaluation.Evaluation;
import io.upswing.core.evaluation.Wording;
import io.upswing.core.issues.Reading.Verdict;
import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.KpiValue;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.Window;
import io.upswing.core.time.Days;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A floor or a ceiling of a KPI.
 *
 * @param limit         in the KPI's unit, money in minor units: beyond it is a breach
 * @param clear         from there on it is all right again; no worse than the limit
 * @param minimumSample observations under which it says nothing
 */
public record Limit(Kpi measured, Window window, Side side, BigDecimal limit, BigDecimal clear, long minimumSample)
        implements Form {
    /** Which values are beyond it. */
    public enum Side {
        FLOOR,
        CEILING
    }

    public Limit {
        int order = clear.compareTo(limit);
        if (side == Side.FLOOR ? order < 0 : order > 0) {
            throw new IllegalArgumentException("clear is " + clear.toPlainString() + ": it lies beyond the limit, "
                    + limit.toPlainString() + ", itself");
        }
    }

    @Override
    public String id() {
        return side == Side.FLOOR ? "floor" : "ceiling";
    }

    @Override
    public Optional<Kpi> kpi() {
        return Optional.of(measured);
    }

    @Override
    public boolean shows(Measure balance) {
        return window.shows(balance);
    }

    @Override
    public int looksFrom(Evaluation evaluation, int day) {
        return window.firstDay(day);
    }

    @Override
    public Reading read(Evaluation evaluation, int day, Wording wording) {
        KpiValue value = measured.of(evaluation.window(window, day));
        if (value.isEmpty()) {
            return Reading.noData("no data for " + measured.id() + " in " + window.id());
        }
        if (value.sample() < minimumSample) {
            return Reading.noData(value.sample() + " observations, " + minimumSample + " are asked for");
        }
        boolean isFloor = side == Side.FLOOR;
        int toLimit = Amounts.compare(value, limit);
        int toClear = Amounts.compare(value, clear);
        Verdict verdict = (isFloor ? toLimit < 0 : toLimit > 0)
                ? Verdict.BREACH
                : (isFloor ? toClear >= 0 : toClear <= 0) ? Verdict.CLEAR : Verdict.BETWEEN;
        String sentence = measured.title() + ", " + window.id() + " up to " + Days.text(day) + ": "
                + wording.value(measured, value) + "; the " + id() + " is " + wording.value(measured, limit) + ".";
        return new Reading.Measured(
                verdict,
                Evidence.of(
                        measured.id(),
                        window.firstDay(day),
                        day,
                        value.value().orElseThrow(),
                        limit.doubleValue(),
                        value.sample(),
                        new TreeMap<>(),
                        sentence));
    }
}
