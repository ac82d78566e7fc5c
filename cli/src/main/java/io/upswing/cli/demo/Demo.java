package io.upswing.cli.demo;

import io.upswing.cli.api.ApiClient;
import io.upswing.cli.importing.ImportFiles;
import io.upswing.cli.importing.ImportInput;
import io.upswing.cli.importing.ImportRun;
import io.upswing.cli.importing.Reporting;
import io.upswing.cli.shell.CommandFailed;
import io.upswing.cli.shell.Console;
import io.upswing.cli.shell.Context;
import io.upswing.cli.shell.ExitCode;
import io.upswing.producers.csv.ImportResult;
import io.upswing.producers.csv.Mapping;
import io.upswing.producers.csv.Supplement;
import io.upswing.producers.rules.CelConditions;
import io.upswing.producers.rules.RuleFiles;
import io.upswing.producers.rules.RulePublisher;
import io.upswing.producers.rules.Units;
import io.upswing.producers.sample.SampleData;
import io.upswing.producers.story.DemoStory;
import io.upswing.schemas.topics.TopicCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The whole of Upswing in one process, with an export's history in it. */
public final class Demo implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Console console;
    private final BooleanSupplier stop;
    private final DemoDirectory directory;
    private final ImportInput input;
    private final Supplement supplement;
    private final DemoStack stack;
    private final ApiClient api;

    private Demo(
            Console console,
            BooleanSupplier stop,
            DemoDirectory directory,
            ImportInput input,
            Supplement supplement,
            DemoStack stack,
            ApiClient api) {
        this.console = console;
        this.stop = stop;
        this.directory = directory;
        this.input = input;
        this.supplement = supplement;
        this.stack = stack;
        this.api = api;
    }

    /**
     * Reads the export, then starts broker, registry and app.
     *
     * @param stop asked now and then whether to end early
     */
    public static Demo start(DemoSettings settings, Context context, BooleanSupplier stop) {
        DemoDirectory directory = DemoDirectory.take(settings.directory(), settings.keep());
        try {
            ImportInput input = ImportInput.read(files(settings, directory), settings.until(), context);
            Reporting.mustCountMinorUnits(
                    input.mapping(), Currency.getInstance(input.mapping().currency()));
            directory.mustHold(input.mapping().source() + ", " + input.mapping().currency() + ", "
                    + input.mapping().zone() + (settings.hasStory() ? ", with the simulated rep" : ""));
            input.report(context.console());
            Supplement supplement = supplement(settings, input.mapping(), context.console());
            context.console().say("Starting broker, schema registry and app ...");
            DemoStack stack = DemoStack.start(settings, directory, input.mapping());
            ApiClient api = new ApiClient(URI.create(stack.apiUrl()), PATIENCE);
            return new Demo(context.console(), stop, directory, input, supplement, stack, api);
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** Imports the history and waits until its last day is closed everywhere; returns whether it is. */
    public boolean fill() throws InterruptedException {
        try (TopicCatalogue topics = stack.config().catalogue()) {
            publishRules(topics);
            ImportResult result =
                    ImportRun.of(input.history(), supplement, console, stop).into(stack.config(), topics);
            console.say(ImportRun.summary(result));
            return result.finished() && new CatchUp(api, console, result.firstDay(), result.lastDay()).await(stop);
        }
    }

    /** The rules that come with Upswing, before any day: they are in force from the first on. */
    private void publishRules(TopicCatalogue topics) {
        Currency currency = Currency.getInstance(input.mapping().currency());
        Units units = new Units(Math.max(0, currency.getDefaultFractionDigits()), 1);
        RuleFiles.Result rules = new RuleFiles(units, new CelConditions()).defaults();
        Instant before =
                input.history().firstDay().atStartOfDay(input.mapping().zone()).toInstant();
        RulePublisher.publish(stack.config().clientConfig(), topics, rules.rules(), false, before);
    }

    /** Prints the table of KPIs. */
    public void show() {
        LocalDate day = input.history().lastDay();
        console.print("");
        console.print("The 30 days up to " + day + ", beside the 30 days before; money in "
                + input.mapping().currency());
        console.print("");
        console.print(new DemoTable(api, day).make().render(console.terminal().columns()));
        console.print("");
        console.print(new DemoIssues(api).lines(stack.apiUrl()));
        Currency currency = Currency.getInstance(input.mapping().currency());
        List<String> plans = new DemoPlan(api, Math.max(0, currency.getDefaultFractionDigits())).lines(day);
        if (!plans.isEmpty()) {
            console.print("");
            console.print(plans);
        }
        console.print("");
    }

    /** Writes {@code kpis.csv}, {@code issues.jsonl} and {@code plans.jsonl} into a folder, which is made if it is not there. */
    public void export(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("can't make " + folder + ": " + e, e);
        }
        write("/api/v1/export", folder.resolve("kpis.csv"));
        write("/api/v1/export/issues", folder.resolve("issues.jsonl"));
        write("/api/v1/export/plans", folder.resolve("plans.jsonl"));
    }

    private void write(String path, Path file) {
        api.download(path, file);
        console.say("Wrote " + file + ".");
    }

    /** Says where everything is, and what can be asked. */
    public void tellAddresses() {
        String url = stack.apiUrl();
        LocalDate day = input.history().lastDay();
        console.print(List.of(
                "Topics    " + stack.bootstrapServers() + "  (names begin with "
                        + stack.config().topics().prefix() + ")",
                "Registry  " + stack.registryUrl(),
                "API       " + url,
                "Config    " + directory.config() + "  (for other commands: --config)",
                "",
                "Try       curl '" + url + "/api/v1/kpis/company?window=90d&day=" + day + "'",
                "          curl '" + url + "/api/v1/kpis/rep?window=30d&day=" + day + "'",
                "          curl '" + url + "/metrics'",
                "          ./upswing query kpis --level team --window qtd --day " + day + " --url " + url,
                "          ./upswing issues list --url " + url,
                "          ./upswing plans list --status all --url " + url,
                "          ./upswing rules list --config " + directory.config(),
                "          ./upswing days --url " + url));
    }

    @Override
    public void close() {
        try {
            api.close();
            stack.close();
        } finally {
            directory.close();
        }
    }

    private static Supplement supplement(DemoSettings settings, Mapping mapping, Console console) {
        if (!settings.hasStory()) {
            return Supplement.NONE;
        }
        console.say("With them goes a simulated rep, " + DemoStory.REP_NAME + "; --without-story leaves it out.");
        return DemoStory.of(mapping.zone(), Currency.getInstance(mapping.currency()));
    }

    private static ImportFiles files(DemoSettings settings, DemoDirectory directory) {
        if (!settings.isOfSample()) {
            Path mapping = settings.mapping()
                    .or(() -> settings.data().map(data -> data.resolve(SampleData.MAPPING)))
                    .orElseThrow();
            return new ImportFiles(mapping, settings.data());
        }
        try {
            return new ImportFiles(SampleData.copyTo(directory.sample()), Optional.empty());
        } catch (IOException e) {
            throw new CommandFailed(ExitCode.IO, "can't write the sample to " + directory.sample() + ": " + e, e);
        }
    }
}
