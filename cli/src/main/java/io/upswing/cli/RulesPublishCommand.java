package io.upswing.cli;

import io.upswing.app.config.AppConfig;
import io.upswing.cli.rules.PlanReport;
import io.upswing.cli.shell.Console;
import io.upswing.cli.shell.Context;
import io.upswing.cli.shell.ExitCode;
import io.upswing.producers.rules.RuleKeys;
import io.upswing.producers.rules.RulePlan;
import io.upswing.producers.rules.Units;
import io.upswing.producers.rules.WrittenRule;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Publishes rules that have changed. */
@Command(
        name = "publish",
        description = {
            "Publish the rules of files that differ from what was published last, as new versions: all at once, or, if one is"
                    + " wrong, none.",
            "A version is in force from two days after the open day on, or from its date. Rules that the files lack stay as they"
                    + " are."
        })
final class RulesPublishCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private RuleOptions ruleOptions = new RuleOptions();

    @Option(names = "--retire-missing", description = "Retire the published rules that the files lack.")
    private boolean retireMissing;

    @Mixin
    private ConfigOptions configOptions = new ConfigOptions();

    RulesPublishCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        AppConfig config = configOptions.load(context.environment());
        Units units = RuleOptions.units(config);
        Console console = context.console();
        List<WrittenRule> rules = ruleOptions.read(units, console);
        try (Cluster cluster = Cluster.of(config)) {
            RulePlan plan = cluster.publishRules(rules, retireMissing, context.now());
            RuleOptions.mustBeRight(plan.problems(), console);
            console.print(new PlanReport(plan, new RuleKeys(units)).lines());
            console.print(summary(plan.versions().size()));
            return ExitCode.OK;
        }
    }

    private static String summary(int versions) {
        return switch (versions) {
            case 0 -> "Nothing has changed: nothing was published.";
            case 1 -> "Published 1 version.";
            default -> "Published " + versions + " versions.";
        };
    }
}
