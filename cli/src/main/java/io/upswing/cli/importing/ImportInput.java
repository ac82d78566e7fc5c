package io.upswing.cli.importing;

import io.upswing.cli.shell.CommandFailed;
import io.upswing.cli.shell.Console;
import io.upswing.cli.shell.Context;
import io.upswing.cli.shell.ExitCode;
import io.upswing.producers.csv.Export;
import io.upswing.producers.csv.History;
import io.upswing.producers.csv.Mapping;
import io.upswing.producers.csv.RowError;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * An export, read, and the days that are to be published.
 *
 * @param cut the last day, if there is more in the data that nobody asked to leave out
 */
public record ImportInput(Mapping mapping, Export export, History history, Optional<LocalDate> cut) {
    private static final int ERRORS_SHOWN = 10;

    /**
     * Reads mapping and files.
     *
     * @param until the last day; without it the last one in the data, but no day that is not over in the organization's time
     *     zone: a slip of the pen would close all days up to then
     */
    public static ImportInput read(ImportFiles files, Optional<LocalDate> until, Context context) {
        Mapping mapping = Mapping.load(files.mapping());
        Export export = Export.read(mapping, files.folder());
        LocalDate yesterday = context.yesterday(mapping.zone());
        try {
            History history = History.of(export, until);
            boolean tooFar = until.isEmpty() && history.lastDay().isAfter(yesterday);
            return tooFar
                    ? new ImportInput(
                            mapping, export, History.of(export, Optional.of(yesterday)), Optional.of(yesterday))
                    : new ImportInput(mapping, export, history, Optional.empty());
        } catch (NoSuchElementException e) {
            throw new CommandFailed(ExitCode.WRONG_DATA, files.mapping() + ": " + e.getMessage(), e);
        }
    }

    /** Says what was read, and which rows were refused. */
    public void report(Console console) {
        console.say(String.format(
                Locale.ROOT,
                "Read %,d rows: %,d deals from %s to %s.",
                export.rows(),
                export.dealCount(),
                history.firstDay(),
                history.lastDay()));
        cut.ifPresent(day -> console.say("The data hold days after " + day
                + ", which are not over yet: they are left out;" + " --until says where to end."));
        List<RowError> refused = export.refused();
        if (refused.isEmpty()) {
            return;
        }
        console.say(String.format(Locale.ROOT, "%,d rows are refused and left out:", refused.size()));
        refused.stream().limit(ERRORS_SHOWN).forEach(error -> console.say("  " + error.message()));
        if (refused.size() > ERRORS_SHOWN) {
            console.say(String.format(Locale.ROOT, "  and %,d more.", refused.size() - ERRORS_SHOWN));
        }
    }
}
