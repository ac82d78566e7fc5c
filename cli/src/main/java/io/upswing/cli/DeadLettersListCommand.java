package io.upswing.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.upswing.app.config.AppConfig;
import io.upswing.cli.api.ApiClient;
import io.upswing.cli.deadletters.Letter;
import io.upswing.cli.deadletters.LetterCounts;
import io.upswing.cli.deadletters.LetterList;
import io.upswing.cli.deadletters.Letters;
import io.upswing.cli.deadletters.Newest;
import io.upswing.cli.deadletters.Returns;
import io.upswing.cli.deadletters.Wanted;
import io.upswing.cli.render.Table;
import io.upswing.cli.shell.Console;
import io.upswing.cli.shell.Context;
import io.upswing.cli.shell.ExitCode;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists, or counts, the dead letters. */
@Command(
        name = "list",
        description = {
            "List what the app could not take in: where it lies among the dead letters, since when, where the record stands,"
                    + " its key, the reason, and whether it was sent again and refused again.",
            "The newest ones, the last one last."
        })
final class DeadLettersListCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private LetterOptions letterOptions = new LetterOptions();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many at most. Default: ${DEFAULT-VALUE}")
    private int limit = 100;

    @Option(names = "--count", description = "Count them by topic and reason.")
    private boolean count;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, csv or json. Default: ${DEFAULT-VALUE}")
    private OutputFormat format = OutputFormat.TABLE;

    @Mixin
    private ConfigOptions configOptions = new ConfigOptions();

    DeadLettersListCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        AppConfig config = configOptions.load(context.environment());
        Wanted wanted = letterOptions.wanted(config);
        try (Cluster cluster = Cluster.of(config);
                Letters letters = cluster.deadLetters()) {
            if (count) {
                count(letters, wanted);
            } else {
                list(letters, wanted);
            }
        }
        return ExitCode.OK;
    }

    private void count(Letters letters, Wanted wanted) {
        LetterCounts counts = new LetterCounts();
        letters.read(OptionalInt.empty(), wanted.since(), letter -> {
            if (wanted.includes(letter)) {
                counts.add(letter);
            }
        });
        print(counts::table, counts::csv, counts::json);
    }

    private void list(Letters letters, Wanted wanted) {
        Newest newest = new Newest(limit);
        Returns returns = new Returns();
        letters.read(OptionalInt.empty(), wanted.since(), letter -> {
            returns.note(letter);
            if (wanted.includes(letter)) {
                newest.add(letter);
            }
        });
        List<Letter> found = newest.letters();
        LetterList list = new LetterList(found, returns);
        print(list::table, list::csv, list::json);
        if (newest.count() > found.size()) {
            context.console().say((newest.count() - found.size()) + " older ones are not shown: --limit, --count");
        }
    }

    private void print(Supplier<Table> table, Supplier<List<String>> csv, Supplier<ArrayNode> json) {
        Console console = context.console();
        switch (format) {
            case TABLE -> {
                if (table.get().isEmpty()) {
                    console.print("There are no such dead letters.");
                } else {
                    console.print(table.get().render(console.terminal().columns()));
                }
            }
            case CSV -> console.print(csv.get());
            case JSON -> console.print(ApiClient.pretty(json.get()));
        }
    }
}
