package io.upswing.core.evaluation;

import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.KpiValue;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers in sentences for a person, the same on every machine.
 *
 * @param currency ISO 4217
 * @param digits   of the currency's minor unit
 */
public record Wording(String currency, int digits) {
    private static final int GROUP = 3;

    /** A KPI's value in its unit. */
    public String value(Kpi kpi, KpiValue value) {
        return value.isEmpty() ? "no data" : value(kpi, value.scaledDown(0));
    }

    /** A number in a KPI's unit; money in minor units. */
    public String value(Kpi kpi, BigDecimal value) {
        return switch (kpi.unit()) {
            case MONEY -> money(value);
            case RATIO -> percent(value.doubleValue());
            case DAYS -> number(value, 1) + " days";
            case SECONDS -> number(value, 0) + " s";
            case COUNT -> number(value, 2);
        };
    }

    /** Minor units as whole ones with the currency, rounded to whole ones where they are many. */
    public String money(BigDecimal minor) {
        BigDecimal whole = minor.movePointLeft(digits);
        boolean isMany = whole.abs().compareTo(BigDecimal.valueOf(1000)) >= 0;
        return number(whole, isMany ? 0 : digits) + " " + currency;
    }

    /** Minor units, likewise. */
    public String money(long minor) {
        return money(BigDecimal.valueOf(minor));
    }

    /** A share of 1 in percent, rounded to whole ones. */
    public String percent(double share) {
        return BigDecimal.valueOf(share)
                        .movePointRight(2)
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .toPlainString() + " %";
    }

    /** A change in percent, with its sign. */
    public String change(double share) {
        String percent = percent(Math.abs(share));
        return (share < 0 ? "−" : "+") + percent;
    }

    /** With at most so many decimals and marks between the thousands. */
    public String number(BigDecimal value, int decimals) {
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_EVEN);
        BigDecimal plain = rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
        String text = plain.abs().toPlainString();
        int point = text.indexOf('.') < 0 ? text.length() : text.indexOf('.');
        StringBuilder grouped = new StringBuilder(text);
        for (int at = point - GROUP; at > 0; at -= GROUP) {
            grouped.insert(at, ',');
        }
        return (plain.signum() < 0 ? "−" : "") + grouped;
    }
}
