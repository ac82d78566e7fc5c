package io.upswing.cli;

import io.upswing.cli.deadletters.Place;
import io.upswing.cli.shell.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command line as a whole. */
@Command(
        name = "upswing",
        description = "Exact rolling sales KPIs from a CRM's events; issues and improvement plans on them.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:not done, for the reason given",
            "2:wrong command line",
            "65:wrong data: topics are not as they must be, an export can't be read",
            "69:broker, registry or app don't answer",
            "70:an error in Upswing itself",
            "74:a file could not be read or written",
            "78:wrong configuration, mapping or rules"
        })
public final class Main implements Callable<Integer> {
    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Log more, and show where an error came from.")
    private boolean verbose;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Main() {}

    /** Runs the command of the arguments and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine(Context.ofProcess()).execute(args));
    }

    /** The command line with all commands, writing to the context's console. */
    public static CommandLine commandLine(Context context) {
        Main main = new Main();
        CommandLine line = new CommandLine(main)
                .addSubcommand(new DemoCommand(context))
                .addSubcommand(new RunCommand(context))
                .addSubcommand(new ImportCommand(context))
                .addSubcommand(new SimulateCommand(context))
                .addSubcommand(new FaultsCommand(context))
                .addSubcommand(new CommandLine(new TopicsCommand())
                        .addSubcommand(new TopicsCreateCommand(context))
                        .addSubcommand(new TopicsCheckCommand(context))
                        .addSubcommand(new TopicsAclsCommand(context)))
                .addSubcommand(new DoctorCommand(context))
                .addSubcommand(new ResetCommand(context))
                .addSubcommand(new CommandLine(new RulesCommand())
                        .addSubcommand(new RulesCheckCommand(context))
                        .addSubcommand(new RulesDiffCommand(context))
                        .addSubcommand(new RulesPublishCommand(context))
                        .addSubcommand(new RulesListCommand(context)))
                .addSubcommand(new CommandLine(new DeadLettersCommand())
                        .addSubcommand(new DeadLettersListCommand(context))
                        .addSubcommand(new DeadLettersShowCommand(context))
                        .addSubcommand(new DeadLettersResendCommand(context)))
                .addSubcommand(new ReconcileCommand(context))
                .addSubcommand(new DaysCommand(context))
                .addSubcommand(new CommandLine(new QueryCommand())
                        .addSubcommand(new QueryKpisCommand(context))
                        .addSubcommand(new QueryQualityCommand(context))
                        .addSubcommand("issues", CaseCommands.list(context, CaseListCommand.Kind.ISSUES))
                        .addSubcommand("plans", CaseCommands.list(context, CaseListCommand.Kind.PLANS)))
                .addSubcommand("issues", CaseCommands.issues(context))
                .addSubcommand("plans", CaseCommands.plans(context))
                .addSubcommand("watch", CaseCommands.watch(context))
                .addSubcommand("erase", CaseCommands.erase(context));
        line.setOut(context.console().out());
        line.setErr(context.console().err());
        line.registerConverter(Place.class, Main::place);
        line.registerConverter(LocalDate.class, Main::date);
        line.registerConverter(Instant.class, Main::instant);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(Failures::onUsage);
        line.setExecutionExceptionHandler((e, command, parsed) -> Failures.onFailure(e, command, main.verbose));
        line.setExecutionStrategy(parsed -> {
            main.logging(parsed).use();
            return new CommandLine.RunLast().execute(parsed);
        });
        return line;
    }

    private static Place place(String text) {
        return Place.parse(text)
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is no place such as 3:17"));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + text + "' is no date such as 2017-12-31");
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + text + "' is no instant such as 2017-12-31T10:00:00Z");
        }
    }

    private Logging logging(CommandLine.ParseResult parsed) {
        if (verbose) {
            return Logging.VERBOSE;
        }
        return parsed.subcommand() != null && parsed.subcommand().commandSpec().userObject() instanceof RunCommand
                ? Logging.SERVICE
                : Logging.QUIET;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
