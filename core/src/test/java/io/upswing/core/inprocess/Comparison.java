package io.upswing.core.inprocess;

import io.upswing.core.inprocess.model.Balance;
import io.upswing.core.inprocess.model.Pane;
import io.upswing.core.kpi.Buckets;
import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.KpiValue;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.Sums;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Says where sums differ from what the model has. */
final class Comparison {
    /** Values below are exact in a median; above, the stated error is 0.8 %. */
    private static final int EXACT_BELOW = 128;

    private static final double ERROR = 0.008;

    private Comparison() {}

    /** The KPIs that differ. */
    static List<String> kpis(Sums window, Pane flows, Balance balance) {
        List<String> problems = new ArrayList<>();
        for (Kpi kpi : Kpi.values()) {
            KpiValue value = kpi.of(window);
            boolean equal = switch (kpi) {
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
                case WON_HELD -> isWhole(value, flows.held());
                case OPEN_HELD -> isWhole(value, balance.held());
                default -> true;
            };
            if (!equal) {
                problems.add(kpi.id() + " is " + value + " where the model has " + flows + ", " + balance);
            }
        }
        return problems;
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

    private static boolean isMedian(KpiValue value, List<Integer> sorted) {
        if (sorted.isEmpty() || value.isEmpty()) {
            return sorted.isEmpty() && value.isEmpty();
        }
        int lower = sorted.get((sorted.size() - 1) / 2);
        int upper = sorted.get(sorted.size() / 2);
        double error = Math.abs(value.value().orElseThrow() - (lower + upper) / 2.0);
        return error <= (allowed(lower) + allowed(upper)) / 2;
    }

    private static double allowed(int value) {
        return Math.abs(value) < EXACT_BELOW ? 0 : Math.abs(value) * ERROR;
    }

    private static long total(List<Integer> values) {
        return values.stream().mapToLong(Integer::longValue).sum();
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
                && areCycles(sums, pane.cycles());
    }

    private static boolean areCycles(Sums sums, List<Integer> sorted) {
        int[] next = {0};
        boolean[] equal = {true};
        sums.forEach((key, count) -> {
            if (Measure.of(key) == Measure.CYCLE_HISTOGRAM) {
                double middle = Buckets.twiceMiddle(Measure.bucket(key)) / 2.0;
                for (long i = 0; i < count; i++) {
                    equal[0] &= next[0] < sorted.size() && isNear(middle, sorted.get(next[0]++));
                }
                equal[0] &= count > 0;
            }
        });
        return equal[0] && next[0] == sorted.size();
    }

    private static boolean isNear(double middle, int value) {
        return Math.abs(middle - value) <= allowed(value);
    }

    /** Whether balances, or the balances of a pane, are the model's. */
    static boolean isBalance(Sums sums, Balance balance) {
        return sums.get(Measure.OPEN_DEALS) == balance.deals()
                && sums.get(Measure.OPEN_AMOUNT) == balance.amount()
                && sums.get(Measure.OPEN_HELD) == balance.held();
    }
}
