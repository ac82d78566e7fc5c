package io.upswing.core.plans;

import java.math.BigDecimal;
import java.math.MathContext;

/** What a goal is to come to. */
public sealed interface Target {
    /**
     * The value to reach.
     *
     * @param baseline where the rep starts, in the KPI's unit
     */
    BigDecimal over(BigDecimal baseline);

    /**
     * A value.
     *
     * @param value in the KPI's unit; money in minor units
     */
    record Value(BigDecimal value) implements Target {
        @Override
        public BigDecimal over(BigDecimal baseline) {
            return value;
        }
    }

    /**
     * A change from the baseline.
     *
     * @param share of it: 0.2 is a fifth more
     */
    record ChangeBy(BigDecimal share) implements Target {
        @Override
        public BigDecimal over(BigDecimal baseline) {
            return baseline.multiply(BigDecimal.ONE.add(share), MathContext.DECIMAL128);
        }
    }
}
