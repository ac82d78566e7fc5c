package io.upswing.cli.importing;

import io.upswing.app.config.AppConfig;
import io.upswing.cli.render.ProgressBar;
import io.upswing.cli.shell.Console;
import io.upswing.producers.csv.CsvImport;
import io.upswing.producers.csv.History;
import io.upswing.producers.csv.ImportResult;
import io.upswing.producers.csv.Supplement;
import io.upswing.schemas.topics.TopicCatalogue;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** Publishes a history, with a progress bar. */
public final class ImportRun {
    private final History history;
    private final Supplement supplement;
    private final Console console;
    private final BooleanSupplier stop;

    private ImportRun(History history, Supplement supplement, Console console, BooleanSupplier stop) {
        this.history = history;
        this.supplement = supplement;
        this.console = console;
        this.stop = stop;
    }

    /**
     * Prepares it.
     *
     * @param stop asked between transactions
     */
    public static ImportRun of(History history, Console console, BooleanSupplier stop) {
        return of(history, Supplement.NONE, console, stop);
    }

    /**
     * Prepares it, with more on its days than the history has.
     *
     * @param stop asked between transactions
     */
    public static ImportRun of(History history, Supplement supplement, Console console, BooleanSupplier stop) {
        return new ImportRun(history, supplement, console, stop);
    }

    /** Publishes to the cluster of a configuration, whose topics are there. */
    public ImportResult into(AppConfig config, TopicCatalogue topics) {
        ProgressBar bar = console.progress("Importing");
        try (CsvImport target = CsvImport.connect(config.clientConfig(), topics)) {
            bar.show(0, 1, "");
            return target.run(
                    history,
                    supplement,
                    (done, total, records) -> bar.show(
                            done,
                            total,
                            String.format(Locale.ROOT, "day %,d of %,d, %,d records", done, total, records)),
                    stop);
        } finally {
            bar.end();
        }
    }

    /** What an import has done, in a sentence or two. */
    public static String summary(ImportResult result) {
        String published = String.format(
                Locale.ROOT,
                "Imported %,d days from %s: %,d records, %,d watermarks.",
                result.days(),
                result.firstDay(),
                result.records(),
                result.watermarks());
        String again = result.daysAlreadyClosed() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        " %,d of the days were there already: what was sent before changes nothing.",
                        result.daysAlreadyClosed());
        String refused = result.refused().isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT, " %,d rows were refused.", result.refused().size());
        return published + again + refused;
    }
}
