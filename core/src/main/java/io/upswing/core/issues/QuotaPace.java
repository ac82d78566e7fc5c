package io.upswing.core.issues;

import io.upswing.core.evaluation.Assignment;
import io.upswing.core.evaluation.Correction;
import io.upswing.core.evaluation.Evaluation;
import io.upswing.core.evaluation.Wording;
import io.upswing.core.issues.Reading.Verdict;
import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.Sums;
import io.upswing.core.time.Days;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * The probability to end a period below a share of its quota, from what is won so far and what the own past makes likely for
 * the days that are left: a gamma distribution with the mean and variance of the sum of so many deals of such sizes, widened
 * for what a rep's rate wanders.
 *
 * @param share         of the quota that is to be reached, such as 0.9
 * @param raise         the probability from which on it is a breach
 * @param clear         the probability under which it is all right again
 * @param rampDays      after being hired that are no baseline
 * @param minimumSample deals won in the baseline under which it says nothing
 */
public record QuotaPace(Span span, double share, double raise, double clear, int rampDays, long minimumSample)
        implements Form {
    private static final int BASELINE_DAYS = 365;
    private static final int LAST_DAYS = 8;
    private static final double EARLIEST = 0.25;
    private static final double WANDER = 0.03;
    /** The gamma function's last digits may differ from one machine to another. */
    private static final MathContext SAME_EVERYWHERE = new MathContext(12);

    private static final Set<Measure> READ = Collections.unmodifiableSet(
            EnumSet.of(Measure.REVENUE, Measure.WON_WITH_AMOUNT, Measure.SQUARE_HIGH, Measure.SQUARE_LOW));

    public QuotaPace {
        if (!(share > 0 && share <= 1 && raise > 0 && raise <= 1 && clear >= 0 && clear <= raise)) {
            throw new IllegalArgumentException("share, raise and clear are shares of 1, clear at most raise");
        }
    }

    @Override
    public String id() {
        return "quota-pace";
    }

    @Override
    public Optional<Kpi> kpi() {
        return Optional.of(Kpi.QUOTA_ATTAINMENT);
    }

    @Override
    public boolean shows(Measure balance) {
        return balance == span.quota();
    }

    /**
     * What is known in the middle of a period; money in minor units.
     *
     * @param won       so far
     * @param daysLeft  in the period
     * @param days      of the baseline
     * @param deals     won in the baseline
     * @param revenue   of them
     * @param variation squared coefficient of variation of a deal's amount
     */
    record Outlook(double won, double quota, int daysLeft, int days, double deals, double revenue, double variation) {
        double expected() {
            return revenue * daysLeft / days;
        }

        double variance() {
            double dealsAhead = Math.max(0.2, deals * daysLeft / days);
            return (1 + variation) / dealsAhead
                    + WANDER * spread(daysLeft)
                    + (1 + variation) / deals
                    + WANDER * spread(days);
        }

        /** How the wander of a rate averages out over a window, relative to 28 days. */
        private static double spread(int window) {
            return StrictMath.pow(28.0 / window, 0.75);
        }

        double missing(double share) {
            double lacking = share * quota - won;
            return lacking <= 0
                    ? 0
                    : rounded(RegularizedGamma.P.value(1 / variance(), lacking / (variance() * expected())));
        }

        private static double rounded(double probability) {
            return new BigDecimal(probability).round(SAME_EVERYWHERE).doubleValue();
        }
    }

    @Override
    public Reading read(Evaluation evaluation, int day, Wording wording) {
        long quota = evaluation.ownBalance(day).get(span.quota());
        if (quota <= 0) {
            return Reading.noData("no quota for the " + span.id());
        }
        int first = span.firstDay(day, evaluation.calendar());
        int last = span.lastDay(day, evaluation.calendar());
        int length = last - first + 1;
        if (day - first + 1 < EARLIEST * length || last - day < LAST_DAYS) {
            return new Reading.Silent(
                    Reading.Why.NOT_NOW,
                    "a " + span.id() + " is looked at from its first quarter to 8 days before its end");
        }
        int days = baselineDays(evaluation, day);
        if (days < 1) {
            return Reading.noData("no day past ramp yet");
        }
        Sums past = evaluation.ownFlows(day - days + 1, day);
        long deals = past.get(Measure.WON_WITH_AMOUNT);
        if (deals < Math.max(1, minimumSample) || past.get(Measure.REVENUE) <= 0) {
            return Reading.noData(deals + " deals won in " + days + " days, " + minimumSample + " are asked for");
        }
        long won = evaluation.ownFlows(first, day).get(Measure.REVENUE);
        Outlook outlook =
                new Outlook(won, quota, last - day, days, deals, past.get(Measure.REVENUE), variation(past, deals));
        return reading(outlook, first, day, last, wording);
    }

    @Override
    public Optional<Span> period() {
        return Optional.of(span);
    }

    @Override
    public int looksFrom(Evaluation evaluation, int day) {
        return Math.min(span.firstDay(day, evaluation.calendar()), baselineFrom(evaluation, day));
    }

    /** The day on which the rep is past ramp, but no longer ago than a year. */
    private int baselineFrom(Evaluation evaluation, int day) {
        OptionalInt hired = evaluation.assignment(day).map(Assignment::hired).orElse(OptionalInt.empty());
        int earliest = day - BASELINE_DAYS + 1;
        return hired.isPresent() ? Math.max(earliest, hired.getAsInt() + rampDays) : earliest;
    }

    /** From the day on which the rep is past ramp, or, if that is later, there are data of. */
    private int baselineDays(Evaluation evaluation, int day) {
        int pastRamp = Math.max(baselineFrom(evaluation, day), evaluation.firstDay());
        OptionalInt first = evaluation.firstFlow();
        return first.isPresent() ? Math.max(0, day - Math.max(first.getAsInt(), pastRamp) + 1) : 0;
    }

    /** Also where the first day with data is another one: the baseline begins with it. */
    @Override
    public boolean isMovedBy(Correction correction, Evaluation evaluation, int from, int to) {
        int baseline = from - BASELINE_DAYS + 1;
        int first = evaluation.firstFlow().orElse(to);
        return correction.moves(READ::contains, baseline, from, to)
                || correction.moves(span.quota()::equals, baseline, from, to)
                || correction.moves(measure -> measure.kind() == Measure.Kind.FLOW, baseline, from, first);
    }

    private static double variation(Sums past, long deals) {
        double revenue = past.get(Measure.REVENUE);
        return Math.max(0.5, deals * Measure.squares(past) / (revenue * revenue) - 1);
    }

    private Reading reading(Outlook outlook, int first, int day, int last, Wording wording) {
        double probability = outlook.missing(share);
        Verdict verdict = probability >= raise ? Verdict.BREACH : probability < clear ? Verdict.CLEAR : Verdict.BETWEEN;
        TreeMap<String, Double> figures = new TreeMap<>();
        figures.put("quota", outlook.quota());
        figures.put("won", outlook.won());
        figures.put("days-left", (double) outlook.daysLeft());
        figures.put("expected", outlook.expected());
        figures.put("baseline-days", (double) outlook.days());
        figures.put("baseline-deals", outlook.deals());
        figures.put("baseline-revenue", outlook.revenue());
        figures.put("variation", outlook.variation());
        String sentence = "Quota of the " + span.id() + " from " + Days.text(first) + " to " + Days.text(last) + ": "
                + wording.money((long) outlook.won()) + " of " + wording.money((long) outlook.quota())
                + " won by " + Days.text(day) + ", " + outlook.daysLeft() + " days left, "
                + wording.money(Math.round(outlook.expected()))
                + " more expected from the own last " + outlook.days() + " days. Probability to end below "
                + wording.percent(share) + " of quota: " + wording.percent(Math.min(probability, 0.99)) + ".";
        return new Reading.Measured(
                verdict,
                Evidence.of(
                                Kpi.QUOTA_ATTAINMENT.id(),
                                first,
                                day,
                                outlook.won() / outlook.quota(),
                                share,
                                (long) outlook.deals(),
                                figures,
                                sentence)
                        .withProbability(probability));
    }
}
