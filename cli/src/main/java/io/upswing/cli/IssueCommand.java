package io.upswing.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.upswing.cli.api.ApiClient;
import io.upswing.cli.shell.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Something that a person says of an open issue. */
@Command
class IssueCommand extends CaseCommand {
    @Parameters(index = "1", paramLabel = "RULE", description = "The rule under which the rep has the issue.")
    private String rule = "";

    IssueCommand(Context context, String type) {
        super(context, ISSUES, type);
    }

    @Override
    final String about() {
        return rule;
    }

    @Override
    void say(ObjectNode command, String ofRep, ApiClient api) {
        command.put("rule", rule);
    }

    /** The rep contests it. */
    @Command
    static final class Dispute extends IssueCommand {
        @Option(
                names = "--deal",
                paramLabel = "ID",
                description = "A deal whose figures are wrong. Can be given several times.")
        private final List<String> deals = new ArrayList<>();

        Dispute(Context context) {
            super(context, "issue-dispute");
        }

        @Override
        void say(ObjectNode command, String ofRep, ApiClient api) {
            super.say(command, ofRep, api);
            ArrayNode list = command.putArray("deals");
            deals.forEach(list::add);
        }
    }

    /** It is none. */
    @Command
    static final class Dismiss extends IssueCommand {
        @Option(
                names = "--reason",
                required = true,
                paramLabel = "REASON",
                description = "wrong-data, known-cause, unfit-rule or other.")
        private String reason = "";

        Dismiss(Context context) {
            super(context, "issue-dismiss");
        }

        @Override
        void say(ObjectNode command, String ofRep, ApiClient api) {
            super.say(command, ofRep, api);
            command.put("reason", reason);
        }
    }

    /** Nobody is to be told for a while. */
    @Command
    static final class Silence extends IssueCommand {
        @Option(names = "--until", required = true, paramLabel = "DATE", description = "The last day.")
        private LocalDate until = LocalDate.EPOCH;

        Silence(Context context) {
            super(context, "issue-silence");
        }

        @Override
        void say(ObjectNode command, String ofRep, ApiClient api) {
            super.say(command, ofRep, api);
            command.put("until", until.toString());
        }
    }
}
