package io.upswing.cli;

import io.upswing.app.config.AppConfig;
import io.upswing.cli.shell.Context;
import io.upswing.cli.shell.ExitCode;
import io.upswing.schemas.topics.TopicProblem;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what is wrong with the topics. */
@Command(
        name = "check",
        description = "Say what is wrong with the topics, and what would be right. Exit code 65 if something is.")
final class TopicsCheckCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private ConfigOptions configOptions = new ConfigOptions();

    TopicsCheckCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        AppConfig config = configOptions.load(context.environment());
        try (Cluster cluster = Cluster.of(config)) {
            List<TopicProblem> problems = cluster.check();
            problems.forEach(problem -> context.console().print(problem.describe()));
            if (problems.isEmpty()) {
                context.console().print("All topics are as they must be.");
                return ExitCode.OK;
            }
            if (problems.stream().anyMatch(problem -> problem.found().equals("missing"))) {
                context.console().say("'upswing topics create' makes those that are missing.");
            }
            return ExitCode.WRONG_DATA;
        }
    }
}
