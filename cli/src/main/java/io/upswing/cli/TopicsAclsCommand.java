package io.upswing.cli;

import io.upswing.app.access.Grants;
import io.upswing.app.access.Role;
import io.upswing.app.config.AppConfig;
import io.upswing.cli.operating.AclScript;
import io.upswing.cli.shell.Context;
import io.upswing.cli.shell.ExitCode;
import io.upswing.schemas.topics.TopicCatalogue;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints what a cluster must allow. */
@Command(
        name = "acls",
        description = {
            "Print the least that a cluster must allow to app, clock, importer and readers: a script for"
                    + " kafka-acls.sh, or JSON. Nothing is changed, and no broker is needed.",
            "What an administrator does ('topics create', 'rules', 'dead-letters', 'erase', 'reset') is not"
                    + " among it."
        })
final class TopicsAclsCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private ConfigOptions configOptions = new ConfigOptions();

    @Option(
            names = "--app",
            paramLabel = "PRINCIPAL",
            defaultValue = "User:upswing-app",
            description = {"Who the instances of the app are. Default: ${DEFAULT-VALUE}."})
    private String app = "";

    @Option(
            names = "--clock",
            paramLabel = "PRINCIPAL",
            description = {"Who closes days. Default: the app, which the clock is a part of."})
    private @Nullable String clock;

    @Option(
            names = "--importer",
            paramLabel = "PRINCIPAL",
            defaultValue = "User:upswing-importer",
            description = {"Who runs 'import'. Default: ${DEFAULT-VALUE}."})
    private String importer = "";

    @Option(
            names = "--reader",
            paramLabel = "PRINCIPAL",
            defaultValue = "User:upswing-reader",
            description = {
                "Who reads KPIs, issues and plans, in groups whose names begin with the topic prefix and 'reader'."
                        + " Default: ${DEFAULT-VALUE}."
            })
    private String reader = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "commands",
            description = {"${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}."})
    private Format format = Format.COMMANDS;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private enum Format {
        COMMANDS,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    TopicsAclsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Map<Role, String> principals = new EnumMap<>(Map.of(
                Role.APP, app, Role.CLOCK, clock == null ? app : clock, Role.IMPORTER, importer, Role.READER, reader));
        principals.values().forEach(this::check);
        AppConfig config = configOptions.load(context.environment());
        try (TopicCatalogue topics = config.catalogue()) {
            AclScript script = new AclScript(Grants.of(config, topics), principals);
            context.console()
                    .print(
                            format == Format.JSON
                                    ? List.of(script.json())
                                    : script.commands(
                                            String.valueOf(config.clientConfig().get("bootstrap.servers"))));
        }
        return ExitCode.OK;
    }

    private void check(String principal) {
        if (!principal.matches("\\w+:.+")) {
            throw new ParameterException(
                    spec.commandLine(), "'" + principal + "' is no principal such as User:upswing-app");
        }
    }
}
