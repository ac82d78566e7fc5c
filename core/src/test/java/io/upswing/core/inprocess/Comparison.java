package io.upswing.core.inprocess;

import io.upswing.core.inprocess.model.Activities;
import io.upswing.core.inprocess.model.Balance;
import io.upswing.core.inprocess.model.Pane;
import io.upswing.core.inprocess.model.Recency;
import io.upswing.core.kpi.Buckets;
import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.KpiValue;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.Sums;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says where sums differ from what the model has. */
final class Comparison {
    /** Values below are exact in a median; above, the stated error is 0.8 %. */
    private static final int EXACT_BELOW = 128;

    private static final double ERROR = 0.008;

    private static final Map<String, Measure> KINDS = Map.of(
            "CALL", Measure.CALLS,
            "EMAIL", Measure.EMAILS,
            "MEETING", Measure.MEETINGS,
            "DEMO", Measure.DEMOS,
            "PROPOSAL", Measure.PROPOSALS,
            "NOTE", Measure.NOTES,
            "TRAINING", Measure.TRAININGS,
            "COACHING", Measure.COACHINGS);

    private Comparison() {}

    /** The KPIs that differ in the window of an id. */
    static List<String> kpis(String window, Sums sums, Pane flows, Balance balance, Optional<Recency> recency) {
        List<String> problems = new ArrayList<>();
        for (Kpi kpi : Kpi.values()) {
            KpiValue value = kpi.of(sums);
            if (!isRight(kpi, value, window, flows, balance, recency)) {
                problems.add(
                        kpi.id() + " is " + value + " where the model has " + flows + ", " + balance + ", " + recency);
            }
        }
        return problems;
    }

    private static boolean isRight(
            Kpi kpi, KpiValue value, String window, Pane flows, Balance balance, Optional<Recency> recency) {
        Activities done = flows.activities();
        boolean noSource = recency.isEmpty();
        return switch (kpi) {
            case DEALS_CREATED -> isWhole(value, flows.created());
            case DEALS_WON -> isWhole(value, flows.won());
            case DEALS_LOST -> isWhole(value, flows.lost());
            case REVENUE -> isWhole(value, flows.revenue());
            case WIN_RATE -> isRatio(value, flows.won(), flows.won() + flows.lost());
            case AVG_DEAL_SIZE -> isRatio(value, flows.revenue(), flows.sized());
            case CYCLE_MEAN ->
                isRatio(value, total(flows.cycles()), flows.cycles().size());
            case CYCLE_MEDIAN -> isMedian(value, flows.cycles());
            case OPEN_DEALS -> isWhole(value, balance.deals());
            case OPEN_PIPELINE -> isWhole(value, balance.amount());
            case STALE_DEALS -> isWhole(value, balance.stale());
            case STALE_SHARE -> isRatio(value, balance.stale(), balance.deals());
            case WON_HELD -> isWhole(value, flows.held());
            case OPEN_HELD -> isWhole(value, balance.held());
            case QUOTA -> isWholeOrNone(value, quota(window, balance), quota(window, balance) == 0);
            case QUOTA_ATTAINMENT -> isRatio(value, flows.revenue(), quota(window, balance));
            case ACTIVITIES -> isWholeOrNone(value, done.count(), noSource);
            case CALLS -> isWholeOrNone(value, done.count("CALL"), noSource);
            case EMAILS -> isWholeOrNone(value, done.count("EMAIL"), noSource);
            case MEETINGS_HELD -> isWholeOrNone(value, done.count("MEETING"), noSource);
            case DEMOS -> isWholeOrNone(value, done.count("DEMO"), noSource);
            case PROPOSALS -> isWholeOrNone(value, done.count("PROPOSAL"), noSource);
            case NOTES -> isWholeOrNone(value, done.count("NOTE"), noSource);
            case TRAININGS -> isWholeOrNone(value, done.count("TRAINING"), noSource);
            case COACHINGS -> isWholeOrNone(value, done.count("COACHING"), noSource);
            case MOBILE_SHARE -> isRatio(value, done.mobile(), done.channel());
            case LOGGING_MEAN ->
                isRatio(value, total(done.delays()), done.delays().size());
            case LOGGING_MEDIAN -> isMedian(value, done.delays());
            case DAYS_SINCE_ACTIVITY ->
                isWholeOrNone(value, recency.map(Recency::days).orElse(0), noSource);
            case WORKING_DAYS_SINCE_ACTIVITY ->
                isWholeOrNone(value, recency.map(Recency::workingDays).orElse(0), noSource);
        };
    }

    private static long quota(String window, Balance balance) {
        return switch (window) {
            case "mtd" -> balance.month();
            case "qtd" -> balance.quarter();
            default -> 0;
        };
    }

    private static boolean isWholeOrNone(KpiValue value, long expected, boolean none) {
        return none ? value.isEmpty() : isWhole(value, expected);
    }

    private static boolean isWhole(KpiValue value, long expected) {
        return value.numerator() == expected && value.denominator() == 1;
    }

    private static boolean isRatio(KpiValue value, long numerator, long denominator) {
        if (denominator == 0 || value.isEmpty()) {
            return denominator == 0 && value.isEmpty();
        }
        BigInteger mine = BigInteger.valueOf(value.numerator()).multiply(BigInteger.valueOf(denominator));
        return mine.equals(BigInteger.valueOf(numerator).multiply(BigInteger.valueOf(value.denominator())));
    }

    private static boolean isMedian(KpiValue value, List<Long> sorted) {
        if (sorted.isEmpty() || value.isEmpty()) {
            return sorted.isEmpty() && value.isEmpty();
        }
        long lower = sorted.get((sorted.size() - 1) / 2);
        long upper = sorted.get(sorted.size() / 2);
        double error = Math.abs(value.value().orElseThrow() - (lower + upper) / 2.0);
        return error <= (allowed(lower) + allowed(upper)) / 2;
    }

    private static double allowed(long value) {
        return Math.abs(value) < EXACT_BELOW ? 0 : Math.abs(value) * ERROR;
    }

    private static long total(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).sum();
    }

    /** Whether the flows of a pane are the model's. */
    static boolean isPane(Sums sums, Pane pane) {
        return sums.get(Measure.DEALS_CREATED) == pane.created()
                && sums.get(Measure.DEALS_WON) == pane.won()
                && sums.get(Measure.DEALS_LOST) == pane.lost()
                && sums.get(Measure.REVENUE) == pane.revenue()
                && sums.get(Measure.WON_WITH_AMOUNT) == pane.sized()
                && sums.get(Measure.WON_HELD) == pane.held()
                && sums.get(Measure.CYCLE_DAYS) == total(pane.cycles())
                && isHistogram(sums, Measure.CYCLE_HISTOGRAM, pane.cycles())
                && areActivities(sums, pane.activities());
    }

    private static boolean areActivities(Sums sums, Activities done) {
        return sums.get(Measure.ACTIVITIES) == done.count()
                && KINDS.entrySet().stream().allMatch(kind -> sums.get(kind.getValue()) == done.count(kind.getKey()))
                && sums.get(Measure.WITH_CHANNEL) == done.channel()
                && sums.get(Measure.MOBILE) == done.mobile()
                && sums.get(Measure.LOGGING_SECONDS) == total(done.delays())
                && isHistogram(sums, Measure.LOGGING_HISTOGRAM, done.delays());
    }

    private static boolean isHistogram(Sums sums, Measure measure, List<Long> sorted) {
        int[] next = {0};
        boolean[] equal = {true};
        sums.forEach((key, count) -> {
            if (Measure.of(key) == measure) {
                double middle = Buckets.twiceMiddle(Measure.bucket(key)) / 2.0;
                for (long i = 0; i < count; i++) {
                    equal[0] &= next[0] < sorted.size() && isNear(middle, sorted.get(next[0]++));
                }
                equal[0] &= count > 0;
            }
        });
        return equal[0] && next[0] == sorted.size();
    }

    private static boolean isNear(double middle, long value) {
        return Math.abs(middle - value) <= allowed(value);
    }

    /** Whether balances, or the balances of a pane, are the model's. */
    static boolean isBalance(Sums sums, Balance balance) {
        return sums.get(Measure.OPEN_DEALS) == balance.deals()
                && sums.get(Measure.OPEN_AMOUNT) == balance.amount()
                && sums.get(Measure.OPEN_HELD) == balance.held()
                && sums.get(Measure.STALE_DEALS) == balance.stale()
                && sums.get(Measure.QUOTA_MONTH) == balance.month()
                && sums.get(Measure.QUOTA_QUARTER) == balance.quarter();
    }
}
