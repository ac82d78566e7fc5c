package io.upswing.core.evaluation;

import io.upswing.core.kpi.KpiValue;
import java.math.BigDecimal;

/** Compares exact values: fractions with decimals, without a division. */
public final class Amounts {
    private Amounts() {}

    /** Whether a value is less than (−1), equal to (0) or greater than (1) a decimal. Only if it is not empty. */
    public static int compare(KpiValue value, BigDecimal decimal) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("no data can't be compared");
        }
        return BigDecimal.valueOf(value.numerator())
                .compareTo(decimal.multiply(BigDecimal.valueOf(value.denominator())));
    }
}
