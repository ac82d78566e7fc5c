package io.upswing.core.kpi;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The catalogue of KPIs: each a function of the measures of a window. Counts are 0 when nothing happened; ratios are
 * empty. docs/kpis.md is generated from it.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists and functions are constants; the checker can't see that
public enum Kpi {
    DEALS_CREATED(
            "deals_created",
            "Deals created",
            Unit.COUNT,
            Better.UP,
            1,
            "deals whose creation date lies in the window",
            List.of(Measure.DEALS_CREATED),
            count(Measure.DEALS_CREATED)),
    DEALS_WON(
            "deals_won",
            "Deals won",
            Unit.COUNT,
            Better.UP,
            1,
            "deals won whose close date lies in the window",
            List.of(Measure.DEALS_WON),
            count(Measure.DEALS_WON)),
    DEALS_LOST(
            "deals_lost",
            "Deals lost",
            Unit.COUNT,
            Better.DOWN,
            1,
            "deals lost whose close date lies in the window",
            List.of(Measure.DEALS_LOST),
            count(Measure.DEALS_LOST)),
    REVENUE(
            "revenue",
            "Revenue",
            Unit.MONEY,
            Better.UP,
            1,
            "sum of the amounts of the deals won in the window",
            List.of(Measure.REVENUE),
            sums -> KpiValue.whole(sums.get(Measure.REVENUE), sums.get(Measure.WON_WITH_AMOUNT))),
    WIN_RATE(
            "win_rate",
            "Win rate",
            Unit.RATIO,
            Better.UP,
            10,
            "deals won / (deals won + deals lost)",
            List.of(Measure.DEALS_WON, Measure.DEALS_LOST),
            sums -> KpiValue.ratio(
                    sums.get(Measure.DEALS_WON), sums.get(Measure.DEALS_WON) + sums.get(Measure.DEALS_LOST))),
    AVG_DEAL_SIZE(
            "avg_deal_size",
            "Average deal size",
            Unit.MONEY,
            Better.UP,
            10,
            "revenue / deals won that have an amount in the reporting currency",
            List.of(Measure.REVENUE, Measure.WON_WITH_AMOUNT),
            sums -> KpiValue.ratio(sums.get(Measure.REVENUE), sums.get(Measure.WON_WITH_AMOUNT))),
    CYCLE_MEAN(
            "cycle_mean_days",
            "Sales cycle, mean",
            Unit.DAYS,
            Better.DOWN,
            10,
            "mean of the days from created to closed, over the deals won in the window that have both dates",
            List.of(Measure.CYCLE_DAYS, Measure.CYCLE_HISTOGRAM),
            sums -> KpiValue.ratio(sums.get(Measure.CYCLE_DAYS), Histogram.count(sums, Measure.CYCLE_HISTOGRAM))),
    CYCLE_MEDIAN(
            "cycle_median_days",
            "Sales cycle, median",
            Unit.DAYS,
            Better.DOWN,
            10,
            "median of the same days (of an even number: the mean of the two middle ones); exact below 128 days, "
                    + "else within 0.8 %",
            List.of(Measure.CYCLE_HISTOGRAM),
            sums -> Histogram.median(sums, Measure.CYCLE_HISTOGRAM)),
    OPEN_DEALS(
            "open_deals",
            "Open deals",
            Unit.COUNT,
            Better.UP,
            1,
            "deals created and not closed up to the window's last day",
            List.of(Measure.OPEN_DEALS),
            count(Measure.OPEN_DEALS)),
    OPEN_PIPELINE(
            "open_pipeline",
            "Open pipeline value",
            Unit.MONEY,
            Better.UP,
            1,
            "sum of the amounts of the open deals",
            List.of(Measure.OPEN_AMOUNT),
            sums -> KpiValue.whole(sums.get(Measure.OPEN_AMOUNT), sums.get(Measure.OPEN_DEALS))),
    WON_HELD(
            "won_held",
            "Won in another currency",
            Unit.COUNT,
            Better.DOWN,
            1,
            "deals won in the window whose amount is in another currency: in no sum of money, shown here instead",
            List.of(Measure.WON_HELD),
            count(Measure.WON_HELD)),
    OPEN_HELD(
            "open_held",
            "Open in another currency",
            Unit.COUNT,
            Better.DOWN,
            1,
            "open deals whose amount is in another currency: in no sum of money, shown here instead",
            List.of(Measure.OPEN_HELD),
            count(Measure.OPEN_HELD));

    /** What a value is given in. */
    public enum Unit {
        COUNT,
        /** Minor units of the reporting currency. */
        MONEY,
        /** 0 to 1. */
        RATIO,
        DAYS
    }

    /** Which direction is good. */
    public enum Better {
        UP,
        DOWN
    }

    private final String id;
    private final String title;
    private final Unit unit;
    private final Better better;
    private final int smallestSample;
    private final String definition;
    private final List<Measure> measures;
    private final Function<Sums, KpiValue> formula;

    Kpi(
            String id,
            String title,
            Unit unit,
            Better better,
            int smallestSample,
            String definition,
            List<Measure> measures,
            Function<Sums, KpiValue> formula) {
        this.id = id;
        this.title = title;
        this.unit = unit;
        this.better = better;
        this.smallestSample = smallestSample;
        this.definition = definition;
        this.measures = measures;
        this.formula = formula;
    }

    private static Function<Sums, KpiValue> count(Measure measure) {
        return sums -> KpiValue.whole(sums.get(measure), sums.get(measure));
    }

    /** Stable id, as in topics, REST and exports. */
    public String id() {
        return id;
    }

    /** For people. */
    public String title() {
        return title;
    }

    public Unit unit() {
        return unit;
    }

    public Better better() {
        return better;
    }

    /** The smallest sample under which the value says nothing about a rep. */
    public int smallestSample() {
        return smallestSample;
    }

    /** The formula in words. */
    public String definition() {
        return definition;
    }

    /** The measures that it is made of. */
    public List<Measure> measures() {
        return measures;
    }

    /** The value in a window with these sums: flows over the window's days, balances over all days up to its last. */
    public KpiValue of(Sums window) {
        return formula.apply(window);
    }

    /** The KPI of an id. */
    public static Optional<Kpi> byId(String id) {
        return Arrays.stream(values()).filter(kpi -> kpi.id.equals(id)).findFirst();
    }
}
