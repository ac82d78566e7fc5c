package io.upswing.cli;

import io.upswing.cli.demo.Demo;
import io.upswing.cli.demo.DemoSettings;
import io.upswing.cli.shell.Context;
import io.upswing.cli.shell.ExitCode;
import io.upswing.cli.shell.Signals;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Everything in one process, with a sample of a CRM's history. */
@Command(
        name = "demo",
        description = {
            "Run everything in this one process (a broker, a schema registry, the app), import a CRM's history, and print"
                    + " the KPIs of each rep.",
            "Stays up until Ctrl-C, so that topics and API can be looked at. The live clock is off: the day after the"
                    + " history's last stays open."
        })
final class DemoCommand implements Callable<Integer> {
    private static final Duration LOOK = Duration.ofMinutes(1);

    private final Context context;

    @Option(names = "--exit", description = "End after the table instead of staying up.")
    private boolean exit;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Another export than the sample: the folder of its CSV files.")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "How that export is to be read, see docs/import.md. Default: mapping.yaml in its folder.")
    private Optional<Path> mapping = Optional.empty();

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "The last day, as 2017-06-30; what came later is left out.")
    private Optional<LocalDate> until = Optional.empty();

    @Option(
            names = "--without-story",
            description = "Without the simulated rep, who shows what the sample can't: a decline and a recovery.")
    private boolean withoutStory;

    @Option(
            names = "--export",
            paramLabel = "DIR",
            description =
                    "Write kpis.csv there (every rep, team, region and the company, window and closed day), and what"
                            + " happened to issues and plans as issues.jsonl and plans.jsonl.")
    private Optional<Path> export = Optional.empty();

    @Option(names = "--keep", description = "Go on with the data of the last run; otherwise they are made anew.")
    private boolean keep;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            defaultValue = ".upswing",
            description = "Where the data lie, in a folder 'demo'. Default: ${DEFAULT-VALUE}")
    private Path directory = Path.of(".upswing");

    @Option(names = "--kafka-port", paramLabel = "PORT", description = "The broker's port. Default: a free one.")
    private int kafkaPort;

    @Option(names = "--registry-port", paramLabel = "PORT", description = "The registry's port. Default: a free one.")
    private int registryPort;

    @Option(names = "--http-port", paramLabel = "PORT", description = "The API's port. Default: a free one.")
    private int httpPort;

    DemoCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        DemoSettings settings = new DemoSettings(
                directory, keep, data, mapping, until, !withoutStory, kafkaPort, registryPort, httpPort);
        try (Signals signals = Signals.listen();
                Demo demo = Demo.start(settings, context, signals::told)) {
            if (!demo.fill()) {
                return ExitCode.FAILED;
            }
            demo.show();
            export.ifPresent(demo::export);
            demo.tellAddresses();
            if (!exit) {
                context.console().say("\nCtrl-C ends it.");
                while (!signals.await(LOOK)) {
                    // Until it is told to end.
                }
            }
            return ExitCode.OK;
        }
    }
}
