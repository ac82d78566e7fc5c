package io.upswing.cli.importing;

import io.upswing.app.config.AppConfig;
import io.upswing.cli.render.ProgressBar;
import io.upswing.cli.shell.CommandFailed;
import io.upswing.cli.shell.Console;
import io.upswing.cli.shell.ExitCode;
import io.upswing.producers.csv.CsvImport;
import io.upswing.producers.csv.Restatement;
import io.upswing.producers.csv.RestatementResult;
import io.upswing.schemas.topics.TopicCatalogue;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** A later export of the same CRM, read, and how it is to be published. */
public record SecondExport(ReadExport read, Restatement restatement) {
    /**
     * Checks whether what was read can be published so.
     *
     * @throws CommandFailed if it can't
     */
    public static SecondExport of(ReadExport read, Restatement.Settings settings) {
        try {
            return new SecondExport(read, Restatement.of(read.export(), settings));
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(ExitCode.WRONG_DATA, "nothing was published: " + e.getMessage(), e);
        }
    }

    /** Says what was read, and which rows were refused. */
    public void report(Console console) {
        console.say(read.counts() + ".");
        read.reportRefused(console);
    }

    /**
     * Publishes it to the cluster of a configuration, whose topics are there.
     *
     * @param stop asked between transactions
     */
    public RestatementResult into(AppConfig config, TopicCatalogue topics, Console console, BooleanSupplier stop) {
        ProgressBar bar = console.progress("Importing");
        try (CsvImport target = CsvImport.connect(config.clientConfig(), topics)) {
            bar.show(0, 1, "");
            return target.run(
                    restatement,
                    (done, total, records) -> bar.show(done, total, String.format(Locale.ROOT, "%,d records", records)),
                    stop);
        } finally {
            bar.end();
        }
    }

    /** What it has done, in a sentence or two. */
    public static String summary(RestatementResult result) {
        String deleted = result.deleted() == 0
                ? ""
                : String.format(Locale.ROOT, " (%,d of them delete what the export does not list)", result.deleted());
        String refused = result.refused().isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT, " %,d rows were refused.", result.refused().size());
        return String.format(
                        Locale.ROOT,
                        "Imported an export as of %s: %,d records%s, %,d watermarks.",
                        result.asOf(),
                        result.records(),
                        deleted,
                        result.watermarks())
                + refused;
    }
}
