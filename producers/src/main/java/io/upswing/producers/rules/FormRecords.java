package io.upswing.producers.rules;

import io.upswing.core.issues.Change;
import io.upswing.core.issues.Coverage;
import io.upswing.core.issues.Form;
import io.upswing.core.issues.Limit;
import io.upswing.core.issues.NoActivity;
import io.upswing.core.issues.QuotaPace;
import io.upswing.core.issues.Span;
import io.upswing.core.issues.StaleDeals;
import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.Window;
import io.upswing.schemas.RuleChange;
import io.upswing.schemas.RuleCoverage;
import io.upswing.schemas.RuleLimit;
import io.upswing.schemas.RuleNoActivity;
import io.upswing.schemas.RulePeriod;
import io.upswing.schemas.RuleQuotaPace;
import io.upswing.schemas.RuleSide;
import io.upswing.schemas.RuleStaleDeals;
import org.apache.avro.specific.SpecificRecord;

/** The forms of rules as records, both ways. */
final class FormRecords {
    private FormRecords() {}

    static SpecificRecord encode(Form form) {
        return switch (form) {
            case Limit limit ->
                new RuleLimit(
                        limit.side() == Limit.Side.FLOOR ? RuleSide.FLOOR : RuleSide.CEILING,
                        limit.measured().id(),
                        limit.window().id(),
                        Decimals.text(limit.limit()),
                        Decimals.text(limit.clear()),
                        limit.minimumSample());
            case Change change ->
                new RuleChange(
                        change.measured().id(),
                        change.window().days(),
                        Decimals.text(change.by()),
                        Decimals.text(change.clear()),
                        change.minimumSample());
            case QuotaPace pace ->
                new RuleQuotaPace(
                        period(pace.span()),
                        Decimals.text(pace.share()),
                        Decimals.text(pace.raise()),
                        Decimals.text(pace.clear()),
                        pace.rampDays(),
                        pace.minimumSample());
            case Coverage coverage ->
                new RuleCoverage(
                        period(coverage.span()),
                        Decimals.text(coverage.limit()),
                        Decimals.text(coverage.clear()),
                        coverage.lastDays());
            case NoActivity noActivity -> new RuleNoActivity(noActivity.workingDays());
            case StaleDeals stale ->
                new RuleStaleDeals(stale.count(), Decimals.text(stale.share()), Decimals.text(stale.clear()));
        };
    }

    /** @throws IllegalArgumentException if it is no form, with the reason */
    static Form decode(Object form, int fiscalYearStart) {
        return switch (form) {
            case RuleLimit limit ->
                new Limit(
                        kpi(limit.getKpi()),
                        Window.parse(limit.getWindow(), fiscalYearStart),
                        limit.getSide() == RuleSide.FLOOR ? Limit.Side.FLOOR : Limit.Side.CEILING,
                        Decimals.parse(limit.getLimit()),
                        Decimals.parse(limit.getClear()),
                        sample(limit.getMinimumSample()));
            case RuleChange change ->
                new Change(
                        kpi(change.getKpi()),
                        new Window.Rolling(change.getWindowDays()),
                        Decimals.parse(change.getBy()),
                        Decimals.parse(change.getClear()),
                        sample(change.getMinimumSample()));
            case RuleQuotaPace pace ->
                new QuotaPace(
                        span(pace.getPeriod()),
                        number(pace.getShare()),
                        number(pace.getRaise()),
                        number(pace.getClear()),
                        days("rampDays", pace.getRampDays()),
                        sample(pace.getMinimumSample()));
            case RuleCoverage coverage ->
                new Coverage(
                        span(coverage.getPeriod()),
                        number(coverage.getLimit()),
                        number(coverage.getClear()),
                        coverage.getLastDays());
            case RuleNoActivity noActivity -> new NoActivity(noActivity.getWorkingDays());
            case RuleStaleDeals stale ->
                new StaleDeals(stale.getCount(), number(stale.getShare()), number(stale.getClear()));
            default -> throw new IllegalArgumentException("a form that is not known");
        };
    }

    static int days(String field, int days) {
        if (days < 0 || days > RuleLimits.RAMP_DAYS) {
            throw new IllegalArgumentException(field + " is 0 to " + RuleLimits.RAMP_DAYS + ", not " + days);
        }
        return days;
    }

    private static long sample(long observations) {
        if (observations < 0) {
            throw new IllegalArgumentException("minimumSample is 0 or more, not " + observations);
        }
        return observations;
    }

    private static Kpi kpi(String id) {
        return Kpi.byId(id).orElseThrow(() -> new IllegalArgumentException("there is no KPI '" + id + "'"));
    }

    private static double number(String text) {
        return Decimals.parse(text).doubleValue();
    }

    private static RulePeriod period(Span span) {
        return span == Span.MONTH ? RulePeriod.MONTH : RulePeriod.QUARTER;
    }

    private static Span span(RulePeriod period) {
        return period == RulePeriod.MONTH ? Span.MONTH : Span.QUARTER;
    }
}
