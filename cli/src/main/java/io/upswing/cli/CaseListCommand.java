package io.upswing.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.upswing.cli.api.ApiClient;
import io.upswing.cli.cases.IssuePages;
import io.upswing.cli.cases.PlanPages;
import io.upswing.cli.render.Table;
import io.upswing.cli.shell.Console;
import io.upswing.cli.shell.Context;
import io.upswing.cli.shell.ExitCode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists issues or plans. */
@Command
final class CaseListCommand implements Callable<Integer> {
    /** What is listed. */
    enum Kind {
        ISSUES,
        PLANS;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Context context;
    private final Kind kind;

    @Option(names = "--rep", paramLabel = "ID", description = "Only this rep's.")
    private Optional<String> rep = Optional.empty();

    @Option(names = "--team", paramLabel = "ID", description = "Only those of reps who are in this team now.")
    private Optional<String> team = Optional.empty();

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            defaultValue = "open",
            description = "open or all; of plans a single status, too. Default: ${DEFAULT-VALUE}")
    private String status = "open";

    @Mixin
    private CaseOutput output = new CaseOutput();

    @Mixin
    private ApiOptions apiOptions = new ApiOptions();

    CaseListCommand(Context context, Kind kind) {
        this.context = context;
        this.kind = kind;
    }

    @Override
    public Integer call() {
        Map<String, String> query = new HashMap<>(Map.of("status", status));
        rep.ifPresent(id -> query.put("rep", id));
        team.ifPresent(id -> query.put("team", id));
        JsonNode answer;
        try (ApiClient api = apiOptions.client()) {
            answer = api.json("/api/v1/" + kind.id(), query);
        }
        Console console = context.console();
        if (output.isJson()) {
            console.print(ApiClient.pretty(answer));
            return ExitCode.OK;
        }
        Table table = kind == Kind.ISSUES ? IssuePages.list(answer) : PlanPages.list(answer);
        if (table.isEmpty()) {
            console.print("There are no such " + kind.id() + ".");
        } else {
            console.print(table.render(console.terminal().columns()));
        }
        return ExitCode.OK;
    }
}
