package io.upswing.producers.rules;

/**
 * What the numbers of an organization's rules depend on.
 *
 * @param minorDigits     decimals of the reporting currency's minor unit, 0 to 4
 * @param fiscalYearStart the month in which the fiscal year begins, 1 to 12: it says when quarters do
 */
public record Units(int minorDigits, int fiscalYearStart) {
    /** Cents, and fiscal years that are calendar years: for a look at rules without a configuration. */
    public static final Units USUAL = new Units(2, 1);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if one is left
     */
    public Units {
        if (minorDigits < 0 || minorDigits > 4 || fiscalYearStart < 1 || fiscalYearStart > 12) {
            throw new IllegalArgumentException(
                    "%d decimals, fiscal year from month %d".formatted(minorDigits, fiscalYearStart));
        }
    }
}
