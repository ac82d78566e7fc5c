package io.upswing.producers.csv;

/**
 * A currency and how many decimals its minor unit has.
 *
 * @param code ISO 4217
 * @param minorDigits 0 to 4
 */
record ReportingCurrency(String code, int minorDigits) {}
