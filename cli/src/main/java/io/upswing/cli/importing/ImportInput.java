package io.upswing.cli.importing;

import io.upswing.cli.shell.CommandFailed;
import io.upswing.cli.shell.Console;
import io.upswing.cli.shell.Context;
import io.upswing.cli.shell.ExitCode;
import io.upswing.producers.csv.Export;
import io.upswing.producers.csv.History;
import io.upswing.producers.csv.Mapping;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * An export, read, and the days that are to be published.
 *
 * @param cut the last day, if there is more in the data that nobody asked to leave out
 */
public record ImportInput(ReadExport read, History history, Optional<LocalDate> cut) {
    /**
     * Reads mapping and files.
     *
     * @param until the last day; without it the last one in the data, but no day that is not over in the organization's time
     *     zone: a slip of the pen would close all days up to then
     */
    public static ImportInput read(ImportFiles files, Optional<LocalDate> until, Context context) {
        return of(ReadExport.of(files), until, context);
    }

    /** Lays out what was read. */
    public static ImportInput of(ReadExport read, Optional<LocalDate> until, Context context) {
        Export export = read.export();
        LocalDate yesterday = context.yesterday(read.mapping().zone());
        try {
            History history = History.of(export, until);
            boolean tooFar = until.isEmpty() && history.lastDay().isAfter(yesterday);
            return tooFar
                    ? new ImportInput(read, History.of(export, Optional.of(yesterday)), Optional.of(yesterday))
                    : new ImportInput(read, history, Optional.empty());
        } catch (NoSuchElementException e) {
            throw new CommandFailed(ExitCode.WRONG_DATA, read.mapping().file() + ": " + e.getMessage(), e);
        }
    }

    /** The mapping. */
    public Mapping mapping() {
        return read.mapping();
    }

    /** Says what was read, and which rows were refused. */
    public void report(Console console) {
        console.say("%s from %s to %s.".formatted(read.counts(), history.firstDay(), history.lastDay()));
        cut.ifPresent(day -> console.say("The data hold days after " + day
                + ", which are not over yet: they are left out; --until says where to end."));
        read.reportRefused(console);
    }
}
