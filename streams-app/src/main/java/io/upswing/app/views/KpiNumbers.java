package io.upswing.app.views;

import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.KpiValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Values of KPIs as people read them: counts as whole numbers; money in whole units of the currency; ratios from 0 to 1.
 * What does not come out even is rounded half up to {@value #DECIMALS} decimals, and no number ends with a decimal 0.
 *
 * @param currencyDigits decimals of the currency's minor unit
 */
public record KpiNumbers(int currencyDigits) {
    /** The most decimals that a number has. */
    public static final int DECIMALS = 6;

    /** The number, or empty where there is no data. */
    public Optional<BigDecimal> of(Kpi kpi, KpiValue value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        int digits = kpi.unit() == Kpi.Unit.MONEY ? currencyDigits : 0;
        if (digits == 0 && value.denominator() == 1) {
            return Optional.of(BigDecimal.valueOf(value.numerator()));
        }
        BigDecimal number = BigDecimal.valueOf(value.numerator(), digits)
                .divide(BigDecimal.valueOf(value.denominator()), DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return Optional.of(number.scale() < 0 ? number.setScale(0) : number);
    }
}
