package io.upswing.app.config;

import io.upswing.core.time.OrganizationZone;
import io.upswing.core.time.WorkingCalendar;
import java.util.Currency;

/**
 * What results depend on and nobody can guess.
 *
 * @param zone the time zone in which its days begin and end
 * @param currency the reporting currency; amounts are counted in its minor units
 * @param calendar its working days and fiscal year
 */
public record Organization(OrganizationZone zone, Currency currency, WorkingCalendar calendar) {
    /** Refuses what is no money. */
    public Organization {
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException(
                    Keys.REPORTING_CURRENCY.name() + " is " + currency + ", which has no minor unit");
        }
    }

    /** Decimals of the minor unit: 2 for EUR, 0 for JPY. */
    public int currencyDigits() {
        return currency.getDefaultFractionDigits();
    }
}
