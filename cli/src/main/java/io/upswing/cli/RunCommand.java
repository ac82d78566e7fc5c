package io.upswing.cli;

import io.upswing.app.UpswingApp;
import io.upswing.app.config.AppConfig;
import io.upswing.app.config.LogFormat;
import io.upswing.cli.shell.CommandFailed;
import io.upswing.cli.shell.Context;
import io.upswing.cli.shell.ExitCode;
import io.upswing.cli.shell.Signals;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.apache.kafka.streams.KafkaStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** An instance of the app, until it is told to end. */
@Command(
        name = "run",
        description = {
            "Run an instance of the app against the cluster of the configuration.",
            "Logs to standard error, in lines or in JSON (log.format); SIGTERM and Ctrl-C end it in good order (exit codes"
                    + " 143 and 130)."
        })
final class RunCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);
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
        if (config.log() == LogFormat.TEXT) {
            return run(config, message -> context.console().say("upswing: " + message));
        }
        try {
            return run(config, LOG::info);
        } catch (RuntimeException e) {
            // A line that is no JSON would be lost on who reads JSON.
            Failures.Failure failure = Failures.of(e);
            LOG.error(failure.message(), e);
            return failure.exitCode();
        }
    }

    private static int run(AppConfig config, Consumer<String> say) throws InterruptedException {
        try (Signals signals = Signals.listen();
                UpswingApp app = UpswingApp.start(config, List.of())) {
            say.accept("KPIs, days, health and metrics at " + app.url());
            while (!signals.await(LOOK)) {
                if (app.state() == KafkaStreams.State.ERROR || app.state() == KafkaStreams.State.NOT_RUNNING) {
                    throw new CommandFailed(ExitCode.FAILED, "the app has stopped; the log above says why");
                }
            }
            return ExitCode.OK;
        }
    }
}
