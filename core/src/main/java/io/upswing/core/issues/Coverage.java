package io.upswing.core.issues;

import io.upswing.core.evaluation.Evaluation;
import io.upswing.core.evaluation.Wording;
import io.upswing.core.issues.Reading.Verdict;
import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.Measure;
import io.upswing.core.time.Days;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The amount of the open deals that are expected to close in a quota's period, against what is still to be won in it.
 *
 * @param limit    under it is a breach, such as 2
 * @param clear    from there on it is all right again
 * @param lastDays of the period on which it says nothing
 */
public record Coverage(Span span, double limit, double clear, int lastDays) implements Form {
    private static final int FAR_AHEAD = 3_650;

    public Coverage {
        if (!(limit > 0 && clear >= limit) || lastDays < 0) {
            throw new IllegalArgumentException("limit is above 0, clear at least as large, last-days not below 0");
        }
    }

    @Override
    public String id() {
        return "pipeline-coverage";
    }

    @Override
    public Optional<Kpi> kpi() {
        return Optional.of(Kpi.OPEN_PIPELINE);
    }

    @Override
    public Optional<Span> period() {
        return Optional.of(span);
    }

    /** A deal that has closed since is no longer ahead. */
    @Override
    public boolean looksBack() {
        return false;
    }

    private static boolean isAnyExpected(Evaluation evaluation, int day) {
        return evaluation.ownFlows(evaluation.firstDay(), day + FAR_AHEAD).get(Measure.EXPECTED_AMOUNT) != 0;
    }

    @Override
    public Reading read(Evaluation evaluation, int day, Wording wording) {
        long quota = evaluation.ownBalance(day).get(span.quota());
        if (quota <= 0) {
            return Reading.noData("no quota for the " + span.id());
        }
        int first = span.firstDay(day, evaluation.calendar());
        int last = span.lastDay(day, evaluation.calendar());
        if (last - day < lastDays) {
            return new Reading.Silent(Reading.Why.NOT_NOW, "not in the last " + lastDays + " days of the period");
        }
        long won = evaluation.ownFlows(first, day).get(Measure.REVENUE);
        long due = evaluation.ownFlows(first, last).get(Measure.EXPECTED_AMOUNT);
        if (due == 0 && evaluation.ownBalance(day).get(Measure.OPEN_AMOUNT) > 0 && !isAnyExpected(evaluation, day)) {
            return Reading.noData("no open deal says when it is expected to close");
        }
        long lacking = quota - won;
        TreeMap<String, Double> figures = new TreeMap<>();
        figures.put("quota", (double) quota);
        figures.put("won", (double) won);
        figures.put("due", (double) due);
        double coverage = lacking <= 0 ? Double.MAX_VALUE : (double) due / lacking;
        Verdict verdict = coverage < limit ? Verdict.BREACH : coverage >= clear ? Verdict.CLEAR : Verdict.BETWEEN;
        double shown = lacking <= 0 ? clear : coverage;
        String sentence = "Open deals due until " + Days.text(last) + ": " + wording.money(due) + " for "
                + wording.money(Math.max(0, lacking)) + " still to win: coverage "
                + wording.number(BigDecimal.valueOf(shown), 1) + ", "
                + wording.number(BigDecimal.valueOf(limit), 1) + " is asked for.";
        return new Reading.Measured(
                verdict, Evidence.of("pipeline_coverage", first, day, shown, limit, 0, figures, sentence));
    }
}
