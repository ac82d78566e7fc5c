package io.upswing.producers.csv;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/**
 * A column with amounts in whole currency units, and the column with their currency, if there is one.
 *
 * @param form how its numbers are written
 * @param reporting the reporting currency, which an amount without a currency of its own is in
 */
record AmountRule(Column column, Optional<Column> currency, NumberForm form, ReportingCurrency reporting) {
    /** Larger amounts, in minor units, are refused, as the event's reader would. */
    static final long LARGEST_MINOR = 10_000_000_000_000L;

    /**
     * Money as the event's schema takes it.
     *
     * @param minor in minor units of the currency
     * @param currency ISO 4217
     */
    record Amount(long minor, String currency) {}

    /** The amount in this row; none if the column is empty. */
    Optional<Amount> amount(Row row) throws RowRefused {
        Optional<String> value = row.value(column);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        ReportingCurrency unit = currency(row);
        return Optional.of(new Amount(minor(value.get(), unit), unit.code()));
    }

    private ReportingCurrency currency(Row row) throws RowRefused {
        Optional<String> code = currency.isPresent() ? row.value(currency.get()) : Optional.empty();
        if (code.isEmpty() || code.get().equals(reporting.code())) {
            return reporting;
        }
        try {
            return new ReportingCurrency(
                    code.get(), Math.max(0, Currency.getInstance(code.get()).getDefaultFractionDigits()));
        } catch (IllegalArgumentException e) {
            throw new RowRefused(currency.get().name(), code.get(), "is no currency of ISO 4217");
        }
    }

    private long minor(String value, ReportingCurrency unit) throws RowRefused {
        return switch (form.read(value, unit.minorDigits())) {
            case NumberForm.Reading.Unread unread -> throw new RowRefused(column.name(), value, unread.reason());
            case NumberForm.Reading.Found number -> minor(number.value(), value, unit);
        };
    }

    private long minor(BigDecimal number, String value, ReportingCurrency unit) throws RowRefused {
        BigDecimal minor = number.movePointRight(unit.minorDigits());
        if (minor.abs().compareTo(BigDecimal.valueOf(LARGEST_MINOR)) > 0) {
            throw new RowRefused(column.name(), value, "is more than 10^13 minor units");
        }
        return minor.longValueExact();
    }
}
