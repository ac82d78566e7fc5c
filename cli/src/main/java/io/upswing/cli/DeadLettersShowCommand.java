package io.upswing.cli;

import io.upswing.app.config.AppConfig;
import io.upswing.cli.deadletters.Letter;
import io.upswing.cli.deadletters.LetterPage;
import io.upswing.cli.deadletters.Letters;
import io.upswing.cli.deadletters.Place;
import io.upswing.cli.deadletters.Returns;
import io.upswing.cli.shell.CommandFailed;
import io.upswing.cli.shell.Context;
import io.upswing.cli.shell.ExitCode;
import io.upswing.schemas.registry.RegistryClient;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows all of one dead letter. */
@Command(
        name = "show",
        description = "Show all of one dead letter: reason, place, headers, key and value, decoded if it can be.")
final class DeadLettersShowCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "PLACE", description = "Where it lies, as 'dead-letters list' says: 3:17.")
    private Place place = new Place(0, 0);

    @Mixin
    private ConfigOptions configOptions = new ConfigOptions();

    DeadLettersShowCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        AppConfig config = configOptions.load(context.environment());
        try (Cluster cluster = Cluster.of(config);
                Letters letters = cluster.deadLetters();
                RegistryClient registry = new RegistryClient(config.registryConfig())) {
            Letter letter = letters.at(place)
                    .orElseThrow(() -> new CommandFailed(ExitCode.FAILED, "there is no dead letter at " + place));
            Returns returns = new Returns();
            letters.read(OptionalInt.empty(), Optional.of(letter.since()), returns::note);
            context.console().print(new LetterPage(registry).of(letter, returns));
        }
        return ExitCode.OK;
    }
}
