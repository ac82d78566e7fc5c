package io.upswing.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.upswing.cli.api.ApiClient;
import io.upswing.cli.cases.ActionText;
import io.upswing.cli.cases.KpiUnits;
import io.upswing.cli.shell.Context;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Something that a person wants of a plan. */
@Command
class PlanCommand extends CaseCommand {
    @Parameters(index = "1", paramLabel = "PLAN", description = "The plan's id, among the rep's plans.")
    private String plan = "";

    PlanCommand(Context context, String type) {
        super(context, PLANS, type);
    }

    @Override
    final String about() {
        return plan;
    }

    @Override
    void say(ObjectNode command, String ofRep, ApiClient api) {
        command.put("plan", plan);
    }

    /** Agrees on terms. */
    @Command
    static final class Terms extends PlanCommand {
        @Mixin
        private TermsOptions termsOptions = new TermsOptions();

        Terms(Context context) {
            super(context, "plan-draft");
        }

        @Override
        void say(ObjectNode command, String ofRep, ApiClient api) {
            super.say(command, ofRep, api);
            command.set("terms", termsOptions.terms(ofRep).toJson(new KpiUnits(api, ofRep)));
        }
    }

    /** Agrees on other terms. */
    @Command
    static final class Edit extends PlanCommand {
        @Mixin
        private TermsOptions termsOptions = new TermsOptions();

        Edit(Context context) {
            super(context, "plan-edit");
        }

        @Override
        void say(ObjectNode command, String ofRep, ApiClient api) {
            super.say(command, ofRep, api);
            String path = PLANS + ApiClient.encoded(ofRep) + "/" + ApiClient.encoded(about());
            ObjectNode terms = api.json(path, Map.of()).withObject("/terms");
            termsOptions.change(terms, ofRep, new KpiUnits(api, ofRep));
            command.set("terms", terms);
        }
    }

    /** Gives it more time. */
    @Command
    static final class Extend extends PlanCommand {
        @Option(names = "--deadline", required = true, paramLabel = "DATE", description = "The new last day.")
        private LocalDate deadline = LocalDate.EPOCH;

        Extend(Context context) {
            super(context, "plan-extend");
        }

        @Override
        void say(ObjectNode command, String ofRep, ApiClient api) {
            super.say(command, ofRep, api);
            command.put("deadline", deadline.toString());
        }
    }

    /** Adds something to do. */
    @Command
    static final class AddAction extends PlanCommand {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Option(
                names = "--action",
                required = true,
                paramLabel = "KIND:OWNER:DATE",
                description = "What, as training:r7:2017-10-15.")
        private String action = "";

        @Option(names = "--id", paramLabel = "ID", description = "Its id in the plan. Default: the kind.")
        private Optional<String> id = Optional.empty();

        AddAction(Context context) {
            super(context, "plan-add-action");
        }

        @Override
        void say(ObjectNode command, String ofRep, ApiClient api) {
            super.say(command, ofRep, api);
            ActionText read = TermsOptions.action(spec, action, ofRep);
            command.set("action", read.toJson(id.orElse(read.kind())));
        }
    }

    /** Something is done. */
    @Command
    static final class CompleteAction extends PlanCommand {
        @Parameters(index = "2", paramLabel = "ACTION", description = "The action's id.")
        private String action = "";

        CompleteAction(Context context) {
            super(context, "plan-complete-action");
        }

        @Override
        void say(ObjectNode command, String ofRep, ApiClient api) {
            super.say(command, ofRep, api);
            command.put("action", action);
        }
    }

    /** Ends it with what it has come to. */
    @Command
    static final class Complete extends PlanCommand {
        @Option(
                names = "--outcome",
                required = true,
                paramLabel = "OUTCOME",
                description = "met, partly-met or not-met.")
        private String outcome = "";

        Complete(Context context) {
            super(context, "plan-complete");
        }

        @Override
        void say(ObjectNode command, String ofRep, ApiClient api) {
            super.say(command, ofRep, api);
            command.put("outcome", outcome);
        }
    }
}
