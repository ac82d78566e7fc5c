package io.upswing.cli;

import io.upswing.app.UpswingApp;
import io.upswing.app.config.AppConfig;
import io.upswing.cli.shell.CommandFailed;
import io.upswing.cli.shell.Context;
import io.upswing.cli.shell.ExitCode;
import io.upswing.cli.shell.Signals;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.streams.KafkaStreams;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** An instance of the app, until it is told to end. */
@Command(
        name = "run",
        description = {
            "Run an instance of the app against the cluster of the configuration.",
            "Logs to standard error, in lines or in JSON (log.format); SIGTERM and Ctrl-C end it in good order (exit codes 143 and 130)."
        })
final class RunCommand implements Callable<Integer> {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Context context;

    @Mixin
    private ConfigOptions configOptions = new ConfigOptions();

    RunCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        AppConfig config = configOptions.load(context.environment());
        Logging.in(config.log());
        try (Signals signals = Signals.listen();
                UpswingApp app = UpswingApp.start(config, List.of())) {
            context.console().say("upswing: KPIs, days, health and metrics at " + app.url());
            while (!signals.await(LOOK)) {
                if (app.state() == KafkaStreams.State.ERROR || app.state() == KafkaStreams.State.NOT_RUNNING) {
                    throw new CommandFailed(ExitCode.FAILED, "the app has stopped; the log above says why");
                }
            }
            return ExitCode.OK;
        }
    }
}
