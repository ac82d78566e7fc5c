package io.upswing.cli.importing;

import io.upswing.cli.shell.CommandFailed;
import io.upswing.cli.shell.ExitCode;
import io.upswing.producers.csv.Mapping;
import java.time.ZoneId;
import java.util.Currency;

/**
 * How the app counts days and money; a mapping must agree with it, or sums would be wrong.
 *
 * @param zone the organization's time zone
 * @param currency the reporting currency
 */
public record Reporting(ZoneId zone, Currency currency) {
    /** Refuses a mapping that counts otherwise. */
    public void mustFit(Mapping mapping) {
        if (!mapping.zone().equals(zone)) {
            throw wrong(mapping, "zone is " + mapping.zone(), "time-zone", zone.getId());
        }
        if (!mapping.currency().equals(currency.getCurrencyCode())) {
            throw wrong(
                    mapping,
                    "currency.code is " + mapping.currency(),
                    "reporting-currency",
                    currency.getCurrencyCode());
        }
        mustCountMinorUnits(mapping, currency);
    }

    /** Refuses a mapping whose minor units are not the currency's own, which the app counts in. */
    public static void mustCountMinorUnits(Mapping mapping, Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        if (mapping.minorDigits() != digits) {
            throw new CommandFailed(
                    ExitCode.CONFIG,
                    "%s: currency.minorDigits is %d, but the app counts %s with %d decimals"
                            .formatted(mapping.file(), mapping.minorDigits(), currency, digits));
        }
    }

    private static CommandFailed wrong(Mapping mapping, String inMapping, String key, String inConfig) {
        return new CommandFailed(
                ExitCode.CONFIG,
                "%s: %s, but the app's %s is %s: both must be the same"
                        .formatted(mapping.file(), inMapping, key, inConfig));
    }
}
