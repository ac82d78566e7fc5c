package io.upswing.cli;

import io.upswing.app.config.AppConfig;
import io.upswing.cli.shell.CommandFailed;
import io.upswing.cli.shell.Console;
import io.upswing.cli.shell.ExitCode;
import io.upswing.producers.rules.CelConditions;
import io.upswing.producers.rules.RuleFiles;
import io.upswing.producers.rules.RuleProblem;
import io.upswing.producers.rules.Units;
import io.upswing.producers.rules.WrittenRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The files that rules are read from. */
final class RuleOptions {
    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Rules as YAML, see docs/rules.md.")
    private final List<Path> files = new ArrayList<>();

    @Option(names = "--defaults", description = "The rules that come with Upswing, instead of files.")
    private boolean defaults;

    boolean isDefaults() {
        return defaults;
    }

    /**
     * Reads them.
     *
     * @throws CommandFailed if one is wrong; all that are wrong were said
     */
    List<WrittenRule> read(Units units, Console console) {
        if (files.isEmpty() != defaults) {
            throw new CommandFailed(ExitCode.USAGE, "either files with rules are needed, or --defaults");
        }
        RuleFiles reader = new RuleFiles(units, new CelConditions());
        RuleFiles.Result result = defaults ? reader.defaults() : reader.read(files);
        mustBeRight(result.problems(), console);
        return result.rules();
    }

    /** Says what is wrong, and fails if something is. */
    static void mustBeRight(List<RuleProblem> problems, Console console) {
        problems.forEach(problem -> console.say(problem.describe()));
        if (!problems.isEmpty()) {
            throw new CommandFailed(
                    ExitCode.CONFIG, problems.size() == 1 ? "a rule is wrong" : problems.size() + " rules are wrong");
        }
    }

    /** The units of an organization's rules. */
    static Units units(AppConfig config) {
        return new Units(
                config.organization().currencyDigits(),
                config.organization().calendar().fiscalYearStart());
    }
}
