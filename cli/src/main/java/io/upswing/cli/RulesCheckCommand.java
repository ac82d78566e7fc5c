package io.upswing.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.upswing.cli.shell.Context;
import io.upswing.cli.shell.ExitCode;
import io.upswing.producers.rules.RuleFiles;
import io.upswing.producers.rules.Units;
import io.upswing.producers.rules.WrittenRule;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what is wrong with files of rules. */
@Command(
        name = "check",
        description = {
            "Say what is wrong with rules, with file, line and what would be right. Exit code 78 if something is.",
            "Needs no broker. Without a configuration amounts may have two decimals, and fiscal years begin in January.",
            "With --defaults: print the rules that come with Upswing, to begin a file with."
        })
final class RulesCheckCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private RuleOptions ruleOptions = new RuleOptions();

    @Option(names = "--schema", description = "Print the JSON Schema of the files, for editors, and check nothing.")
    private boolean schema;

    @Mixin
    private ConfigOptions configOptions = new ConfigOptions();

    RulesCheckCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (schema) {
            context.console().print(new String(RuleFiles.schema(), UTF_8).stripTrailing());
            return ExitCode.OK;
        }
        Units units = configOptions.isGiven(context.environment())
                ? RuleOptions.units(configOptions.load(context.environment()))
                : Units.USUAL;
        List<WrittenRule> rules = ruleOptions.read(units, context.console());
        if (ruleOptions.isDefaults()) {
            context.console().print(new String(RuleFiles.defaultYaml(), UTF_8).stripTrailing());
        } else {
            context.console().print(summary(rules));
        }
        return ExitCode.OK;
    }

    private static String summary(List<WrittenRule> rules) {
        long off = rules.stream().filter(rule -> !rule.enabled()).count();
        String count = rules.size() == 1 ? "The rule is right" : "All " + rules.size() + " rules are right";
        return count + (off == 0 ? "." : "; " + off + " not enabled.");
    }
}
