package io.upswing.core.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;

/**
 * The value of a KPI, as an exact fraction.
 *
 * @param numerator   in the KPI's unit
 * @param denominator 0 where there is no data, else positive
 * @param sample      how many observations stand behind it
 */
public record KpiValue(long numerator, long denominator, long sample) {
    /** No data. */
    public static final KpiValue NONE = new KpiValue(0, 0, 0);

    /** A whole number. */
    public static KpiValue whole(long value, long sample) {
        return new KpiValue(value, 1, sample);
    }

    /** A ratio over a sample; no data where the sample is empty. */
    public static KpiValue ratio(long numerator, long sample) {
        return sample <= 0 ? NONE : new KpiValue(numerator, sample, sample);
    }

    public boolean isEmpty() {
        return denominator == 0;
    }

    /** The nearest double, or empty. */
    public OptionalDouble value() {
        return isEmpty() ? OptionalDouble.empty() : OptionalDouble.of((double) numerator / denominator);
    }

    /** The value divided by a power of ten, rounded to 34 digits: minor units to whole ones. Only if not empty. */
    public BigDecimal scaledDown(int digits) {
        return BigDecimal.valueOf(numerator, digits).divide(BigDecimal.valueOf(denominator), MathContext.DECIMAL128);
    }
}
