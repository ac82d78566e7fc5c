package io.upswing.cli;

import io.upswing.app.config.AppConfig;
import io.upswing.cli.importing.ImportFiles;
import io.upswing.cli.importing.ImportInput;
import io.upswing.cli.importing.ImportRun;
import io.upswing.cli.importing.ReadExport;
import io.upswing.cli.importing.Reporting;
import io.upswing.cli.importing.SampleFolder;
import io.upswing.cli.importing.SecondExport;
import io.upswing.cli.shell.CommandFailed;
import io.upswing.cli.shell.Context;
import io.upswing.cli.shell.ExitCode;
import io.upswing.cli.shell.Signals;
import io.upswing.producers.csv.ImportResult;
import io.upswing.producers.csv.Restatement;
import io.upswing.producers.csv.RestatementResult;
import io.upswing.producers.csv.Supplement;
import io.upswing.producers.story.DemoStory;
import io.upswing.schemas.topics.TopicCatalogue;
import io.upswing.schemas.topics.TopicProblem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Publishes a CRM's export: the first as the history that it was, later ones as what has changed. */
@Command(
        name = "import",
        description = {
            "Publish a CRM's CSV export as the history that it was, day by day; or, with --as-of or --update, a later"
                    + " export of the same CRM: what changed changes.",
            "A history is for topics made by 'topics create --history', while the live clock is off. Ctrl-C stops an"
                    + " import after the current transaction; the same import run again goes on."
        })
final class ImportCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private ConfigOptions configOptions = new ConfigOptions();

    @ArgGroup(multiplicity = "1")
    private Source source = new Source();

    /** What is imported. */
    static final class Source {
        @Option(
                names = {"-m", "--mapping"},
                required = true,
                paramLabel = "FILE",
                description = "How the export is to be read, see docs/import.md.")
        private Optional<Path> mapping = Optional.empty();

        @Option(names = "--sample", required = true, description = "The sample that comes with Upswing.")
        private boolean sample;
    }

    @Option(
            names = "--story",
            description = "With --sample: and beside its reps a simulated one, who declines and recovers.")
    private boolean story;

    @Option(names = "--data", paramLabel = "DIR", description = "Where its CSV files lie. Default: beside the mapping.")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description =
                    "The last day, as 2017-12-31; what came later is left out. Default: the last one in the data that"
                            + " is over. A day once closed stays closed.")
    private Optional<LocalDate> until = Optional.empty();

    @Mixin
    private SecondExportOptions secondExport = new SecondExportOptions();

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
        if (!source.sample) {
            mustBeOfSample(!story, "--story");
            return read(config, new ImportFiles(source.mapping.orElseThrow(), data));
        }
        mustBeOfSample(data.isEmpty(), "--data");
        try (SampleFolder folder = SampleFolder.write()) {
            return read(config, folder.files());
        }
    }

    private static void mustBeOfSample(boolean right, String option) {
        if (!right) {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    "--story goes with --sample, --data with --mapping: " + option + " is in the wrong place");
        }
    }

    private int read(AppConfig config, ImportFiles files) {
        ReadExport read = ReadExport.of(files);
        new Reporting(config.organization().zone().zone(), config.organization().currency()).mustFit(read.mapping());
        Optional<Restatement.Settings> restated =
                secondExport.settings(read.mapping().zone(), context);
        return restated.isPresent() ? update(config, read, restated.get()) : publish(config, read);
    }

    private int publish(AppConfig config, ReadExport read) {
        ImportInput input = ImportInput.of(read, until, context);
        input.report(context.console());
        if (!mayPublish(read)) {
            return ExitCode.OK;
        }
        return onCluster(config, (catalogue, stop) -> {
            Supplement beside = story
                    ? DemoStory.of(read.mapping().zone(), config.organization().currency())
                    : Supplement.NONE;
            ImportResult result = ImportRun.of(input.history(), beside, context.console(), stop)
                    .into(config, catalogue);
            context.console().print(ImportRun.summary(result));
            return result.finished();
        });
    }

    private int update(AppConfig config, ReadExport read, Restatement.Settings settings) {
        if (until.isPresent()) {
            throw new CommandFailed(
                    ExitCode.USAGE, "--until is for a history: of a second export each row is published as it is");
        }
        SecondExport export = SecondExport.of(read, settings);
        export.report(context.console());
        if (!mayPublish(read)) {
            return ExitCode.OK;
        }
        return onCluster(config, (catalogue, stop) -> {
            RestatementResult result = export.into(config, catalogue, context.console(), stop);
            context.console().print(SecondExport.summary(result));
            return result.finished();
        });
    }

    /** Not so in a dry run; with {@code --strict} it is an error that rows are refused. */
    private boolean mayPublish(ReadExport read) {
        if (strict && !read.export().refused().isEmpty()) {
            throw new CommandFailed(ExitCode.WRONG_DATA, "nothing was published, since rows are refused (--strict)");
        }
        if (dryRun) {
            context.console().print("Nothing was published (--dry-run).");
        }
        return !dryRun;
    }

    private int onCluster(AppConfig config, BiPredicate<TopicCatalogue, BooleanSupplier> publishing) {
        try (Signals signals = Signals.listen();
                Cluster cluster = Cluster.of(config)) {
            mustBeRight(cluster.checkImported());
            boolean finished = publishing.test(cluster.catalogue(), signals::told);
            if (!finished) {
                context.console()
                        .say("Stopped between two transactions: the same import, run again, publishes the rest.");
            }
            return finished ? ExitCode.OK : ExitCode.FAILED;
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
