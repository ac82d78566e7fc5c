package io.upswing.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.upswing.cli.api.ApiClient;
import io.upswing.cli.cases.CommandSender;
import io.upswing.cli.shell.Context;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Sends a command about a rep's issue or plan. */
abstract class CaseCommand implements Callable<Integer> {
    /** Issues by rule. */
    static final String ISSUES = "/api/v1/issues/";

    /** Plans by id. */
    static final String PLANS = "/api/v1/plans/";

    private final Context context;
    private final String path;
    private final String type;

    @Parameters(index = "0", paramLabel = "REP", description = "The rep's id.")
    private String rep = "";

    @Mixin
    private SendOptions sendOptions = new SendOptions();

    @Mixin
    private ApiOptions apiOptions = new ApiOptions();

    /**
     * @param path {@link #ISSUES} or {@link #PLANS}
     * @param type of the command
     */
    CaseCommand(Context context, String path, String type) {
        this.context = context;
        this.path = path;
        this.type = type;
    }

    /** The rule of the issue, or the plan's id. */
    abstract String about();

    /** Adds what the command says beyond its type. */
    abstract void say(ObjectNode command, String ofRep, ApiClient api);

    @Override
    public Integer call() throws InterruptedException {
        try (ApiClient api = apiOptions.client()) {
            ObjectNode command = JsonNodeFactory.instance.objectNode().put("type", type);
            say(command, rep, api);
            return new CommandSender(api, context.console())
                    .send(
                            sendOptions.request(rep, command),
                            path + ApiClient.encoded(rep) + "/" + ApiClient.encoded(about()),
                            sendOptions.patience());
        }
    }

    /** A command line with a description. */
    static CommandLine described(Object command, String... description) {
        CommandLine line = new CommandLine(command);
        line.getCommandSpec().usageMessage().description(description);
        return line;
    }
}
