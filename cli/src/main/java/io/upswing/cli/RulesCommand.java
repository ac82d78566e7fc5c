package io.upswing.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Rules, on disk and published. */
@Command(
        name = "rules",
        description =
                "Check the rules by which issues are raised, publish them, or list what is published. See docs/rules.md.")
final class RulesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "'rules' needs a command: check, diff, publish or list");
    }
}
