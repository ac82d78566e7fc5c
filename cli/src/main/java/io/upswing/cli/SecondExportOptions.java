package io.upswing.cli;

import io.upswing.cli.shell.CommandFailed;
import io.upswing.cli.shell.Context;
import io.upswing.cli.shell.ExitCode;
import io.upswing.producers.csv.Restatement;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a second export, and each later one, is taken in. */
final class SecondExportOptions {
    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "A second export of the same CRM, taken at this time, as 2018-01-15 (its end) or"
                    + " 2018-01-15T18:00+01:00: each row is restated, and of two exports the later one stands.")
    private Optional<String> asOf = Optional.empty();

    @Option(
            names = "--update",
            description = "A second export whose rows have versions of their own, in columns that the mapping names.")
    private boolean update;

    @Option(
            names = "--full",
            description =
                    "With --as-of or --update: deals and activities that the export does not list are deleted, if they"
                            + " came from the same source. Default: they stay.")
    private boolean full;

    @Option(
            names = "--close-through",
            paramLabel = "DATE",
            description = "With --as-of or --update: close all days up to this one when the rows are published; for an"
                    + " installation without the live clock. Default: no day is closed.")
    private Optional<LocalDate> closeThrough = Optional.empty();

    /** How to restate the export; none if it is to be imported as a history. */
    Optional<Restatement.Settings> settings(ZoneId zone, Context context) {
        if (asOf.isEmpty() && !update) {
            if (full || closeThrough.isPresent()) {
                throw wrong("--full and --close-through are for a second export: --as-of TIME says when it was taken");
            }
            return Optional.empty();
        }
        LocalDate yesterday = context.yesterday(zone);
        if (closeThrough.filter(yesterday::isBefore).isPresent()) {
            throw wrong(
                    "--close-through %s is not over yet: a day once closed stays closed".formatted(closeThrough.get()));
        }
        Optional<Instant> time = asOf.map(text -> instant(text, zone));
        if (time.filter(context.now()::isBefore).isPresent()) {
            throw wrong(
                    "--as-of %s is in the future: no later export would stand over it; of today's give the time, such as 2018-01-15T18:00+01:00"
                            .formatted(asOf.orElseThrow()));
        }
        return Optional.of(new Restatement.Settings(time, full, closeThrough));
    }

    private static Instant instant(String text, ZoneId zone) {
        try {
            return text.indexOf('T') < 0
                    ? LocalDate.parse(text)
                            .plusDays(1)
                            .atStartOfDay(zone)
                            .toInstant()
                            .minusMillis(1)
                    : OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            throw wrong("--as-of '%s' is neither a date such as 2018-01-15 nor a time with its offset such as"
                            .formatted(text)
                    + " 2018-01-15T18:00+01:00");
        }
    }

    private static CommandFailed wrong(String message) {
        return new CommandFailed(ExitCode.USAGE, message);
    }
}
