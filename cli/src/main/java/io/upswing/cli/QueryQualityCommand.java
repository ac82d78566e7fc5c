package io.upswing.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.upswing.cli.api.ApiClient;
import io.upswing.cli.render.Column;
import io.upswing.cli.render.Table;
import io.upswing.cli.shell.Console;
import io.upswing.cli.shell.Context;
import io.upswing.cli.shell.ExitCode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is missing or odd in what the sources send. */
@Command(
        name = "quality",
        description = {
            "Show what is missing or odd, by source: how many deals and activities there are, what is odd about how many of"
                    + " them now, late facts and dead letters so far, and reps that HR has not told of.",
            "What each item means: docs/events.md."
        })
final class QueryQualityCommand implements Callable<Integer> {
    private static final String PATH = "/api/v1/quality";

    /** In which form. */
    enum Format {
        TABLE,
        JSON
    }

    private final Context context;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table or json. Default: ${DEFAULT-VALUE}")
    private Format format = Format.TABLE;

    @Mixin
    private ApiOptions apiOptions = new ApiOptions();

    QueryQualityCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        JsonNode answer;
        try (ApiClient api = apiOptions.client()) {
            answer = api.json(PATH, Map.of());
        }
        Console console = context.console();
        switch (format) {
            case TABLE -> console.print(table(answer).render(console.terminal().columns()));
            case JSON -> console.print(ApiClient.pretty(answer));
        }
        return ExitCode.OK;
    }

    private static Table table(JsonNode answer) {
        Table table = new Table(List.of(
                Column.text("Source", 0), Column.text("Kind", 0), Column.text("Item", 0), Column.number("Count", 0)));
        answer.path("counts")
                .forEach(count -> table.row(List.of(
                        count.path("source").asText().isEmpty()
                                ? "(none said)"
                                : count.path("source").asText(),
                        count.path("kind").asText(),
                        count.path("item").asText(),
                        count.path("count").asText())));
        return table;
    }
}
