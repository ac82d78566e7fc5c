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
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Reads what a rule measures and compares: the one section of a rule that is named after its form. */
final class FormReader {
    private static final List<String> FORMS =
            List.of("floor", "ceiling", "change", "quota-pace", "pipeline-coverage", "no-activity", "stale-deals");
    private static final String RIGHT = "one of the forms " + String.join(", ", FORMS);
    private static final int KPI_LENGTH = 64;
    private static final int WORKING_DAYS = 60;
    private static final int STALE_COUNT = 10_000;
    private static final int LAST_DAYS = 90;
    private static final int PACE_SAMPLE = 10;
    private static final BigDecimal SMALLEST = new BigDecimal("0.000001");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);
    /** As much as the stages take, in minor units. */
    private static final BigDecimal MOST_MONEY = BigDecimal.valueOf(10_000_000_000_000L);

    private final Units units;
    private final int rampDays;

    FormReader(Units units, int rampDays) {
        this.units = units;
        this.rampDays = rampDays;
    }

    Form read(RuleSection rule) {
        List<String> named = FORMS.stream().filter(rule::has).toList();
        if (named.size() != 1) {
            throw rule.wrong(
                    named.isEmpty() ? "form" : named.getLast(), RIGHT + (named.isEmpty() ? "" : ", and no other"));
        }
        String form = named.getFirst();
        RuleSection section = rule.section(form, "the keys of the form " + form);
        Form read = switch (form) {
            case "floor" -> limit(section, Limit.Side.FLOOR);
            case "ceiling" -> limit(section, Limit.Side.CEILING);
            case "change" -> change(section);
            case "quota-pace" -> quotaPace(section);
            case "pipeline-coverage" -> coverage(section);
            case "no-activity" -> new NoActivity(section.whole("working-days", 1, WORKING_DAYS));
            default -> staleDeals(section);
        };
        section.finish();
        return read;
    }

    private Limit limit(RuleSection section, Limit.Side side) {
        Kpi kpi = kpi(section);
        Window window = window(section, kpi);
        BigDecimal limit = amount(section, "limit", kpi);
        BigDecimal clear = section.has("clear") ? amount(section, "clear", kpi) : limit;
        int order = clear.compareTo(limit);
        if (side == Limit.Side.FLOOR ? order < 0 : order > 0) {
            throw section.wrong(
                    "clear",
                    side == Limit.Side.FLOOR ? "the limit, or a number above it" : "the limit, or one below it");
        }
        return new Limit(kpi, window, side, limit, clear, sample(section, kpi));
    }

    private Change change(RuleSection section) {
        Kpi kpi = kpi(section);
        if (!(window(section, kpi) instanceof Window.Rolling window)) {
            throw section.wrong("window", "days, such as 30d: other periods have none before them of the same length");
        }
        BigDecimal by = section.decimal("by", SMALLEST, HUNDRED, "a share of 1, such as 0.2,");
        BigDecimal clear = section.decimal("clear", HUNDRED.negate(), by, "a share, at most as large as 'by',", by);
        return new Change(kpi, window, by, clear, sample(section, kpi));
    }

    private QuotaPace quotaPace(RuleSection section) {
        Span span = span(section);
        double share = share(section, "share", SMALLEST, BigDecimal.ONE, "0.9");
        BigDecimal raise = section.decimal("raise", SMALLEST, BigDecimal.ONE, "a probability, such as 0.95,");
        BigDecimal clear = section.decimal("clear", BigDecimal.ZERO, raise, "a probability, at most 'raise',", raise);
        int sample = section.whole("minimum-sample", 1, RuleLimits.SAMPLE, PACE_SAMPLE);
        return new QuotaPace(span, share, raise.doubleValue(), clear.doubleValue(), rampDays, sample);
    }

    private Coverage coverage(RuleSection section) {
        Span span = span(section);
        BigDecimal limit =
                section.decimal("limit", SMALLEST, HUNDRED, "how often what is lacking is to be covered, such as 2,");
        BigDecimal clear = section.decimal("clear", limit, HUNDRED, "a number, at least as large as the limit,", limit);
        int lastDays = section.whole("not-in-last-days", 0, LAST_DAYS, 0);
        return new Coverage(span, limit.doubleValue(), clear.doubleValue(), lastDays);
    }

    private StaleDeals staleDeals(RuleSection section) {
        int count = section.whole("count", 1, STALE_COUNT);
        BigDecimal share = section.decimal("share", SMALLEST, BigDecimal.ONE, "a share of 1, such as 0.3,");
        BigDecimal clear =
                section.decimal("clear", BigDecimal.ZERO, share, "a share, at most as large as 'share',", share);
        return new StaleDeals(count, share.doubleValue(), clear.doubleValue());
    }

    private static double share(RuleSection section, String key, BigDecimal from, BigDecimal to, String such) {
        return section.decimal(key, from, to, "a share of 1, such as " + such + ",")
                .doubleValue();
    }

    private static Span span(RuleSection section) {
        String right = "month or quarter";
        String period = section.text("period", KPI_LENGTH, right);
        return Arrays.stream(Span.values())
                .filter(span -> span.id().equals(period))
                .findFirst()
                .orElseThrow(() -> section.wrong("period", right));
    }

    private static Kpi kpi(RuleSection section) {
        String right = "a KPI's id: " + Arrays.stream(Kpi.values()).map(Kpi::id).collect(Collectors.joining(", "));
        return Kpi.byId(section.text("kpi", KPI_LENGTH, right)).orElseThrow(() -> section.wrong("kpi", right));
    }

    private Window window(RuleSection section, Kpi kpi) {
        String right = "1d to " + Window.MAX_DAYS + "d, mtd or qtd";
        String id = section.text("window", KPI_LENGTH, right);
        Window window;
        try {
            window = Window.parse(id, units.fiscalYearStart());
        } catch (IllegalArgumentException e) {
            throw section.wrong("window", right);
        }
        boolean isOfQuota = kpi == Kpi.QUOTA || kpi == Kpi.QUOTA_ATTAINMENT;
        if (isOfQuota && window instanceof Window.Rolling) {
            throw section.wrong("window", "mtd or qtd: in other windows there is no " + kpi.id());
        }
        return window;
    }

    /** In the KPI's unit; money, written in whole units, in minor ones. */
    private BigDecimal amount(RuleSection section, String key, Kpi kpi) {
        return switch (kpi.unit()) {
            case RATIO -> section.decimal(key, BigDecimal.ZERO, TEN, "a share of 1, such as 0.4 for 40 %,");
            case COUNT -> section.decimal(key, BigDecimal.ZERO, MOST, "a number");
            case DAYS -> section.decimal(key, BigDecimal.ZERO, MOST, "days");
            case SECONDS -> section.decimal(key, BigDecimal.ZERO, MOST, "seconds");
            case MONEY -> money(section, key);
        };
    }

    private BigDecimal money(RuleSection section, String key) {
        BigDecimal most = MOST_MONEY.movePointLeft(units.minorDigits());
        String what = "an amount in whole units of the reporting currency, with at most " + units.minorDigits()
                + " decimals,";
        BigDecimal minor = section.decimal(key, most.negate(), most, what).movePointRight(units.minorDigits());
        if (Decimals.normal(minor).scale() > 0) {
            throw section.wrong(key, what.substring(0, what.length() - 1));
        }
        return Decimals.normal(minor);
    }

    private static long sample(RuleSection section, Kpi kpi) {
        return section.whole("minimum-sample", 0, RuleLimits.SAMPLE, kpi.smallestSample());
    }
}
