package io.upswing.cli;

import io.upswing.app.config.AppConfig;
import io.upswing.cli.rules.PlanReport;
import io.upswing.cli.shell.Context;
import io.upswing.cli.shell.ExitCode;
import io.upswing.producers.rules.PublishedRules;
import io.upswing.producers.rules.RuleKeys;
import io.upswing.producers.rules.RulePlan;
import io.upswing.producers.rules.Units;
import io.upswing.producers.rules.WrittenRule;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what publishing would change. */
@Command(name = "diff", description = "Say what 'rules publish' with the same files would change. Publishes nothing.")
final class RulesDiffCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private RuleOptions ruleOptions = new RuleOptions();

    @Option(names = "--retire-missing", description = "As if rules that the files lack were to be retired.")
    private boolean retireMissing;

    @Mixin
    private ConfigOptions configOptions = new ConfigOptions();

    RulesDiffCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        AppConfig config = configOptions.load(context.environment());
        Units units = RuleOptions.units(config);
        List<WrittenRule> rules = ruleOptions.read(units, context.console());
        try (Cluster cluster = Cluster.of(config)) {
            PublishedRules published = cluster.publishedRules();
            RulePlan plan = RulePlan.of(rules, published, retireMissing, context.now());
            context.console().print(new PlanReport(plan, new RuleKeys(units)).lines());
            RuleOptions.mustBeRight(plan.problems(), context.console());
            return ExitCode.OK;
        }
    }
}
