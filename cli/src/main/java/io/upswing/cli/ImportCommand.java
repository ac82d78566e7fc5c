package io.upswing.cli;

import io.upswing.app.config.AppConfig;
import io.upswing.cli.importing.ImportFiles;
import io.upswing.cli.importing.ImportInput;
import io.upswing.cli.importing.ImportRun;
import io.upswing.cli.importing.Reporting;
import io.upswing.cli.shell.CommandFailed;
import io.upswing.cli.shell.Context;
import io.upswing.cli.shell.ExitCode;
import io.upswing.cli.shell.Signals;
import io.upswing.producers.csv.ImportResult;
import io.upswing.schemas.topics.TopicProblem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Publishes a CRM's export as the history that it was. */
@Command(
        name = "import",
        description = {
            "Publish a CRM's CSV export as the history that it was, day by day.",
            "For topics made by 'topics create --history', while the live clock is off. Ctrl-C stops it after the current"
                    + " transaction; the same import run again goes on."
        })
final class ImportCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private ConfigOptions configOptions = new ConfigOptions();

    @Option(
            names = {"-m", "--mapping"},
            required = true,
            paramLabel = "FILE",
            description = "How the export is to be read, see docs/import.md.")
    private Path mapping = Path.of("");

    @Option(names = "--data", paramLabel = "DIR", description = "Where its CSV files lie. Default: beside the mapping.")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description =
                    "The last day, as 2017-12-31; what came later is left out. Default: the last one in the data that is"
                            + " over. A day once closed stays closed.")
    private Optional<LocalDate> until = Optional.empty();

    @Option(names = "--dry-run", description = "Read and check everything, publish nothing. Needs no broker.")
    private boolean dryRun;

    @Option(names = "--strict", description = "Publish nothing if a row is refused (exit code 65).")
    private boolean strict;

    ImportCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        AppConfig config = configOptions.load(context.environment());
        ImportInput input = ImportInput.read(new ImportFiles(mapping, data), until, context);
        new Reporting(config.organization().zone().zone(), config.organization().currency()).mustFit(input.mapping());
        input.report(context.console());
        if (strict && !input.export().refused().isEmpty()) {
            throw new CommandFailed(ExitCode.WRONG_DATA, "nothing was published, since rows are refused (--strict)");
        }
        if (dryRun) {
            context.console().print("Nothing was published (--dry-run).");
            return ExitCode.OK;
        }
        return publish(config, input);
    }

    private int publish(AppConfig config, ImportInput input) {
        try (Signals signals = Signals.listen();
                Cluster cluster = Cluster.of(config)) {
            mustBeRight(cluster.check());
            ImportResult result = ImportRun.of(input.history(), context.console(), signals::told)
                    .into(config, cluster.catalogue());
            context.console().print(ImportRun.summary(result));
            if (!result.finished()) {
                context.console()
                        .say("Stopped between two transactions: the same import, run again, publishes the rest.");
            }
            return result.finished() ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    /** Refuses topics that are not as they must be. */
    static void mustBeRight(List<TopicProblem> problems) {
        if (!problems.isEmpty()) {
            throw new CommandFailed(
                    ExitCode.WRONG_DATA,
                    problems.stream()
                            .map(TopicProblem::describe)
                            .collect(Collectors.joining(
                                    "\n  ",
                                    "the topics are not as they must be:\n  ",
                                    "\n'upswing topics create --history' makes those that are missing.")));
        }
    }
}
