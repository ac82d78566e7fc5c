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
            count(Measure.OPEN_HELD)),
    STALE_DEALS(
            "stale_deals",
            "Stale deals",
            Unit.COUNT,
            Better.DOWN,
            1,
            "open deals that have been open for longer than deals.stale-after-days",
            List.of(Measure.STALE_DEALS),
            count(Measure.STALE_DEALS)),
    STALE_SHARE(
            "stale_share",
            "Share of stale deals",
            Unit.RATIO,
            Better.DOWN,
            5,
            "stale deals / open deals",
            List.of(Measure.STALE_DEALS, Measure.OPEN_DEALS),
            sums -> KpiValue.ratio(sums.get(Measure.STALE_DEALS), sums.get(Measure.OPEN_DEALS))),
    QUOTA(
            "quota",
            "Quota",
            Unit.MONEY,
            Better.UP,
            1,
            "in month or quarter to date: the quota of the whole month or fiscal quarter, as in force on the window's last "
                    + "day; empty in rolling windows",
            List.of(Measure.QUOTA_MONTH, Measure.QUOTA_QUARTER),
            sums -> quota(sums) > 0 ? KpiValue.whole(quota(sums), 1) : KpiValue.NONE),
    QUOTA_ATTAINMENT(
            "quota_attainment",
            "Quota attainment",
            Unit.RATIO,
            Better.UP,
            1,
            "in month or quarter to date: revenue / quota of the whole period; empty in rolling windows",
            List.of(Measure.REVENUE, Measure.QUOTA_MONTH, Measure.QUOTA_QUARTER),
            sums -> quota(sums) > 0
                    ? new KpiValue(sums.get(Measure.REVENUE), quota(sums), sums.get(Measure.WON_WITH_AMOUNT))
                    : KpiValue.NONE),
    ACTIVITIES(
            "activities",
            "Activities",
            Unit.COUNT,
            Better.UP,
            10,
            "activities of every kind that were done in the window; empty, like the counts of each kind, if none is in the days "
                    + "that are kept: no source",
            List.of(Measure.ACTIVITIES, Measure.ACTIVITY_AGE),
            activities(Measure.ACTIVITIES)),
    CALLS("calls", "Calls", Measure.CALLS, "calls done in the window"),
    EMAILS("emails", "E-mails", Measure.EMAILS, "e-mails sent in the window"),
    MEETINGS_HELD(
            "meetings_held",
            "Meetings held",
            Measure.MEETINGS,
            "meetings that took place in the window: neither planned, cancelled, nor missed by the customer"),
    DEMOS("demos", "Demos", Measure.DEMOS, "demos that took place in the window"),
    PROPOSALS("proposals", "Proposals", Measure.PROPOSALS, "proposals made in the window"),
    NOTES("notes", "Notes", Measure.NOTES, "notes written in the window"),
    TRAININGS("trainings", "Trainings", Measure.TRAININGS, "trainings that the rep took part in"),
    COACHINGS("coachings", "Coachings", Measure.COACHINGS, "coachings that the rep received"),
    MOBILE_SHARE(
            "mobile_share",
            "Logged on a phone",
            Unit.RATIO,
            Better.UP,
            10,
            "activities logged on a phone / activities of which the channel is known",
            List.of(Measure.MOBILE, Measure.WITH_CHANNEL),
            sums -> KpiValue.ratio(sums.get(Measure.MOBILE), sums.get(Measure.WITH_CHANNEL))),
    LOGGING_MEAN(
            "logging_delay_mean_seconds",
            "Logging delay, mean",
            Unit.SECONDS,
            Better.DOWN,
            10,
            "mean of the seconds from when an activity happened until it was logged, over those of which both are known; "
                    + "whole days where the CRM gives a date only, 0 where it was logged ahead",
            List.of(Measure.LOGGING_SECONDS, Measure.LOGGING_HISTOGRAM),
            sums -> KpiValue.ratio(
                    sums.get(Measure.LOGGING_SECONDS), Histogram.count(sums, Measure.LOGGING_HISTOGRAM))),
    LOGGING_MEDIAN(
            "logging_delay_median_seconds",
            "Logging delay, median",
            Unit.SECONDS,
            Better.DOWN,
            10,
            "median of the same seconds; exact below 128 seconds, else within 0.8 %",
            List.of(Measure.LOGGING_HISTOGRAM),
            sums -> Histogram.median(sums, Measure.LOGGING_HISTOGRAM)),
    DAYS_SINCE_ACTIVITY(
            "days_since_activity",
            "Days since last activity",
            Unit.DAYS,
            Better.DOWN,
            1,
            "days from the last activity done to the window's last day, 0 on that day itself; the same in every window; empty "
                    + "if there is none in the days that are kept",
            List.of(Measure.ACTIVITY_AGE),
            age(Measure.ACTIVITY_AGE)),
    WORKING_DAYS_SINCE_ACTIVITY(
            "working_days_since_activity",
            "Working days since last activity",
            Unit.DAYS,
            Better.DOWN,
            1,
            "working days after the last activity done, up to and including the window's last day",
            List.of(Measure.ACTIVITY_WORKING_AGE),
            age(Measure.ACTIVITY_WORKING_AGE));

    /** What a value is given in. */
    public enum Unit {
        COUNT,
        /** Minor units of the reporting currency. */
        MONEY,
        /** 0 to 1; attainment may be more. */
        RATIO,
        DAYS,
        SECONDS
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

    /** A count of activities of one kind. */
    Kpi(String id, String title, Measure measure, String definition) {
        this(
                id,
                title,
                Unit.COUNT,
                Better.UP,
                10,
                definition,
                List.of(measure, Measure.ACTIVITY_AGE),
                activities(measure));
    }

    /** Without an activity in all the kept days the CRM gives none: 'no data', not zero. */
    private static Function<Sums, KpiValue> activities(Measure measure) {
        return sums -> sums.get(Measure.ACTIVITY_AGE) == 0
                ? KpiValue.NONE
                : KpiValue.whole(sums.get(measure), sums.get(measure));
    }

    /** Of a window that shows no quota, 0; no window shows both. */
    private static long quota(Sums sums) {
        return sums.get(Measure.QUOTA_MONTH) + sums.get(Measure.QUOTA_QUARTER);
    }

    private static Function<Sums, KpiValue> age(Measure measure) {
        return sums -> sums.get(measure) == 0 ? KpiValue.NONE : KpiValue.whole(sums.get(measure) - 1, 1);
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

    /**
     * Whether it begins at nothing in a fixed period and adds up day by day: counts and sums of what happens, and the share
     * of a quota; not what is open, a mean, or a ratio, whatever its unit.
     */
    public boolean addsUp() {
        return switch (this) {
            case DEALS_CREATED,
                    DEALS_WON,
                    DEALS_LOST,
                    REVENUE,
                    WON_HELD,
                    QUOTA_ATTAINMENT,
                    ACTIVITIES,
                    CALLS,
                    EMAILS,
                    MEETINGS_HELD,
                    DEMOS,
                    PROPOSALS,
                    NOTES,
                    TRAININGS,
                    COACHINGS -> true;
            case WIN_RATE,
                    AVG_DEAL_SIZE,
                    CYCLE_MEAN,
                    CYCLE_MEDIAN,
                    OPEN_DEALS,
                    OPEN_PIPELINE,
                    OPEN_HELD,
                    STALE_DEALS,
                    STALE_SHARE,
                    QUOTA,
                    MOBILE_SHARE,
                    LOGGING_MEAN,
                    LOGGING_MEDIAN,
                    DAYS_SINCE_ACTIVITY,
                    WORKING_DAYS_SINCE_ACTIVITY -> false;
        };
    }

    /** Whether it is a share of a whole, which is never more than 1; the attainment of a quota may be. */
    public boolean isShare() {
        return unit == Unit.RATIO && this != QUOTA_ATTAINMENT;
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
