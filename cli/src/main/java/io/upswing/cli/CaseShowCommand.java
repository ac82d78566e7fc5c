package io.upswing.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.upswing.cli.api.ApiClient;
import io.upswing.cli.cases.IssuePages;
import io.upswing.cli.cases.PlanPages;
import io.upswing.cli.shell.Console;
import io.upswing.cli.shell.Context;
import io.upswing.cli.shell.ExitCode;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows one issue or plan with its history. */
@Command
final class CaseShowCommand implements Callable<Integer> {
    private final Context context;
    private final CaseListCommand.Kind kind;

    @Parameters(index = "0", paramLabel = "REP", description = "The rep's id.")
    private String rep = "";

    @Parameters(index = "1", paramLabel = "ID", description = "Of an issue the rule's id, of a plan its own.")
    private String id = "";

    @Mixin
    private CaseOutput output = new CaseOutput();

    @Mixin
    private ApiOptions apiOptions = new ApiOptions();

    CaseShowCommand(Context context, CaseListCommand.Kind kind) {
        this.context = context;
        this.kind = kind;
    }

    @Override
    public Integer call() {
        JsonNode answer;
        try (ApiClient api = apiOptions.client()) {
            answer = api.json(
                    "/api/v1/" + kind.id() + "/" + ApiClient.encoded(rep) + "/" + ApiClient.encoded(id), Map.of());
        }
        Console console = context.console();
        if (output.isJson()) {
            console.print(ApiClient.pretty(answer));
        } else {
            console.print(kind == CaseListCommand.Kind.ISSUES ? IssuePages.one(answer) : PlanPages.one(answer));
        }
        return ExitCode.OK;
    }
}
