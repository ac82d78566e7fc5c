package io.upswing.cli;

import static io.upswing.cli.CaseCommand.described;

import io.upswing.cli.CaseListCommand.Kind;
import io.upswing.cli.shell.Context;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands about issues and plans. */
final class CaseCommands {
    private CaseCommands() {}

    /** Needs a command of its own. */
    @Command
    static final class Group implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            throw new ParameterException(
                    spec.commandLine(),
                    "'" + spec.name() + "' needs a command: "
                            + String.join(", ", spec.subcommands().keySet()));
        }
    }

    /** All about issues. */
    static CommandLine issues(Context context) {
        return described(new Group(), "Look at issues, and say what becomes of them.")
                .addSubcommand("list", list(context, Kind.ISSUES))
                .addSubcommand(
                        "show",
                        described(new CaseShowCommand(context, Kind.ISSUES), "Show one with its evidence and history."))
                .addSubcommand(
                        "acknowledge",
                        described(
                                new IssueCommand(context, "issue-acknowledge"),
                                "Say that somebody has seen it and takes care of it."))
                .addSubcommand("dispute", described(new IssueCommand.Dispute(context), "Contest it, as the rep."))
                .addSubcommand("dismiss", described(new IssueCommand.Dismiss(context), "Say that it is none."))
                .addSubcommand(
                        "silence", described(new IssueCommand.Silence(context), "Have nobody told of it up to a day."));
    }

    /** A list. */
    static CommandLine list(Context context, Kind kind) {
        return described(
                new CaseListCommand(context, kind),
                kind == Kind.ISSUES
                        ? "List the open issues of reps, or, with --status all, how things stand under every rule."
                        : "List plans, and how far each goal is, the open day included.");
    }

    /** All about plans. */
    static CommandLine plans(Context context) {
        return described(new Group(), "Look at plans, and carry them on.")
                .addSubcommand("list", list(context, Kind.PLANS))
                .addSubcommand(
                        "show",
                        described(new CaseShowCommand(context, Kind.PLANS), "Show one with its goals and history."))
                .addSubcommand(
                        "draft", described(new PlanCommand.Terms(context), "Make a plan; its id is yours to choose."))
                .addSubcommand(
                        "edit",
                        described(
                                new PlanCommand.Edit(context),
                                "Change what is agreed on: what is not given stays as it stands. Goals, or actions, that"
                                        + " are given take the place of all there are."))
                .addSubcommand("propose", step(context, "propose", "Put it to the rep."))
                .addSubcommand("acknowledge", step(context, "acknowledge", "Say, as the rep, that you have seen it."))
                .addSubcommand("activate", step(context, "activate", "Begin it."))
                .addSubcommand("pause", step(context, "pause", "Stop it for a while."))
                .addSubcommand("resume", step(context, "resume", "Go on after a pause: what is due moves by its days."))
                .addSubcommand("extend", described(new PlanCommand.Extend(context), "Give it more time."))
                .addSubcommand("add-action", described(new PlanCommand.AddAction(context), "Add something to do."))
                .addSubcommand(
                        "complete-action",
                        described(new PlanCommand.CompleteAction(context), "Say that something is done."))
                .addSubcommand(
                        "check-in",
                        step(context, "hold-check-in", "Say that rep and manager have spoken; --text: what of."))
                .addSubcommand(
                        "complete", described(new PlanCommand.Complete(context), "End it with what it has come to."))
                .addSubcommand("cancel", step(context, "cancel", "End it without."));
    }

    /** Both as they happen. */
    static CommandLine watch(Context context) {
        return described(new Group(), "Follow what happens, as it is committed: a line for each event.")
                .addSubcommand("issues", described(new WatchCommand(context, Kind.ISSUES), "Follow issues."))
                .addSubcommand("plans", described(new WatchCommand(context, Kind.PLANS), "Follow plans."));
    }

    /** What must go. */
    static CommandLine erase(Context context) {
        return described(new Group(), "Erase what people can read of somebody.")
                .addSubcommand(new EraseRepCommand(context));
    }

    private static CommandLine step(Context context, String type, String description) {
        return described(new PlanCommand(context, "plan-" + type), description);
    }
}
