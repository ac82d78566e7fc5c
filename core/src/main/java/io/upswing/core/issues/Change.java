package io.upswing.core.issues;

import io.upswing.core.evaluation.Evaluation;
import io.upswing.core.evaluation.Wording;
import io.upswing.core.issues.Reading.Verdict;
import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.KpiValue;
import io.upswing.core.kpi.Window;
import io.upswing.core.time.Days;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A KPI that is worse than in the own window before by a share. Seasons and chance move it as much as a rep does: on real
 * data it flags nearly everybody.
 *
 * @param by            how much worse is a breach: 0.2 means a fifth less, or more where less is good
 * @param clear         how much worse is all right again; at most {@code by}
 * @param minimumSample observations in the window before under which it says nothing
 */
public record Change(Kpi measured, Window.Rolling window, BigDecimal by, BigDecimal clear, long minimumSample)
        implements Form {
    public Change {
        if (by.signum() <= 0 || clear.compareTo(by) > 0) {
            throw new IllegalArgumentException("a change is above 0, and clear at most as large");
        }
    }

    @Override
    public String id() {
        return "change";
    }

    @Override
    public Optional<Kpi> kpi() {
        return Optional.of(measured);
    }

    @Override
    public int looksFrom(Evaluation evaluation, int day) {
        return window.firstDay(window.firstDay(day) - 1);
    }

    @Override
    public Reading read(Evaluation evaluation, int day, Wording wording) {
        int dayBefore = window.firstDay(day) - 1;
        if (window.firstDay(dayBefore) < evaluation.firstDay()) {
            return Reading.noData("the window before is not kept whole");
        }
        KpiValue now = measured.of(evaluation.window(window, day));
        KpiValue before = measured.of(evaluation.window(window, dayBefore));
        if (now.isEmpty() || before.isEmpty() || before.numerator() <= 0) {
            return Reading.noData("no data for " + measured.id() + " in one of the two windows");
        }
        if (before.sample() < minimumSample) {
            return Reading.noData(before.sample() + " observations before, " + minimumSample + " are asked for");
        }
        BigDecimal worse = worse(now, before);
        Verdict verdict = worse.compareTo(by) >= 0
                ? Verdict.BREACH
                : worse.compareTo(clear) <= 0 ? Verdict.CLEAR : Verdict.BETWEEN;
        TreeMap<String, Double> figures = new TreeMap<>();
        figures.put("before", before.value().orElseThrow());
        figures.put("change", ratio(now, before).doubleValue() - 1);
        String sentence = measured.title() + ", " + window.id() + " up to " + Days.text(day) + ": "
                + wording.value(measured, now) + " after " + wording.value(measured, before) + " in the "
                + window.days() + " days before, "
                + wording.change(ratio(now, before).doubleValue() - 1) + ".";
        double limit = before.value().orElseThrow() * (1 - sign() * by.doubleValue());
        return new Reading.Measured(
                verdict,
                Evidence.of(
                        measured.id(),
                        window.firstDay(day),
                        day,
                        now.value().orElseThrow(),
                        limit,
                        now.sample(),
                        figures,
                        sentence));
    }

    private int sign() {
        return measured.better() == Kpi.Better.UP ? 1 : -1;
    }

    private BigDecimal worse(KpiValue now, KpiValue before) {
        BigDecimal less = BigDecimal.ONE.subtract(ratio(now, before));
        return sign() > 0 ? less : less.negate();
    }

    private static BigDecimal ratio(KpiValue now, KpiValue before) {
        BigDecimal above = BigDecimal.valueOf(now.numerator()).multiply(BigDecimal.valueOf(before.denominator()));
        BigDecimal below = BigDecimal.valueOf(before.numerator()).multiply(BigDecimal.valueOf(now.denominator()));
        return above.divide(below, MathContext.DECIMAL128);
    }
}
