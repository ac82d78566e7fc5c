package io.upswing.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The topics of an installation. */
@Command(
        name = "topics",
        description = "Make the topics of an installation, check them, or say what a cluster must allow.")
final class TopicsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "'topics' needs a command: create, check or acls");
    }
}
