package io.upswing.cli;

import io.upswing.app.config.AppConfig;
import io.upswing.cli.shell.Console;
import io.upswing.cli.shell.Context;
import io.upswing.cli.shell.ExitCode;
import io.upswing.schemas.topics.TopicAdmin;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the topics that are missing, and closes the days before today in those that are still empty. */
@Command(
        name = "create",
        description = {
            "Make the topics that are missing; those that exist are left as they are.",
            "Input topics without records are told that all days up to yesterday, in the organization's time zone, are"
                    + " closed: their first day is today."
        })
final class TopicsCreateCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private ConfigOptions configOptions = new ConfigOptions();

    @Option(names = "--history", description = "For an import of history: close no day, the import does that.")
    private boolean history;

    TopicsCreateCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        AppConfig config = configOptions.load(context.environment());
        try (Cluster cluster = Cluster.of(config)) {
            TopicAdmin.Creation creation = cluster.create();
            report(creation);
            if (!history) {
                LocalDate yesterday = context.yesterday(config.zone().zone());
                report(yesterday, cluster.writeFirstWatermark(yesterday));
            }
            return creation.problems().isEmpty() ? ExitCode.OK : ExitCode.WRONG_DATA;
        }
    }

    private void report(TopicAdmin.Creation creation) {
        Console console = context.console();
        creation.created().forEach(topic -> console.print("made     " + topic));
        creation.existing().forEach(topic -> console.print("existed  " + topic));
        creation.problems().forEach(problem -> console.print("wrong    " + problem.describe()));
    }

    private void report(LocalDate day, List<String> topics) {
        topics.forEach(topic -> context.console().print("closed   " + topic + ": all days up to " + day));
    }
}
