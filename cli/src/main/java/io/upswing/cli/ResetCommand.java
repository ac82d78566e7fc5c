package io.upswing.cli;

import io.upswing.app.config.AppConfig;
import io.upswing.cli.operating.Reset;
import io.upswing.cli.shell.CommandFailed;
import io.upswing.cli.shell.Console;
import io.upswing.cli.shell.Context;
import io.upswing.cli.shell.ExitCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deletes what the app has computed, so that it computes it again. */
@Command(
        name = "reset",
        description = {
            "Delete what the app has computed, so that its next start reads all inputs again from their beginning: its"
                    + " positions, its internal topics, what units have told reps, and this machine's state directory.",
            "The inputs stay. Refused while an instance is running. Asks first."
        })
final class ResetCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private ConfigOptions configOptions = new ConfigOptions();

    @Option(
            names = "--outputs",
            description = {
                "Also empty the topics to which a replay appends what it has written before: events of issues and"
                        + " plans, recognitions, command results, dead letters."
            })
    private boolean outputs;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Option(names = "--dry-run", description = "Say what would be deleted, and delete nothing.")
    private boolean dryRun;

    ResetCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        AppConfig config = configOptions.load(context.environment());
        Console console = context.console();
        try (Cluster cluster = Cluster.of(config)) {
            Reset reset = Reset.of(config, cluster.catalogue(), cluster.admin(), outputs);
            List<String> plan = reset.plan();
            if (plan.isEmpty()) {
                console.print("There is nothing to delete.");
                return ExitCode.OK;
            }
            console.print(plan);
            if (dryRun) {
                console.say("Nothing was deleted (--dry-run).");
                return ExitCode.OK;
            }
            if (!yes && !agreed(console)) {
                throw new CommandFailed(ExitCode.FAILED, "nothing was deleted; --yes does it without asking");
            }
            reset.run();
            console.say("Deleted. On every other machine with an instance delete its state-dir before you start it.");
            return ExitCode.OK;
        }
    }

    private static boolean agreed(Console console) {
        console.say("Delete this for good? Type yes:");
        try {
            // Not closed: it is the process's.
            @Nullable
            String answer = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return answer != null && answer.strip().equals("yes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
