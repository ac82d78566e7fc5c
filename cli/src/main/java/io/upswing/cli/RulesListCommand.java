package io.upswing.cli;

import io.upswing.app.config.AppConfig;
import io.upswing.cli.api.ApiClient;
import io.upswing.cli.rules.RuleList;
import io.upswing.cli.shell.Console;
import io.upswing.cli.shell.Context;
import io.upswing.cli.shell.ExitCode;
import io.upswing.producers.rules.RuleKeys;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists published rules. */
@Command(
        name = "list",
        description = "List the published rules that are in force on the open day, are to come, or have ended.")
final class RulesListCommand implements Callable<Integer> {
    private final Context context;

    @Option(names = "--all", description = "All versions, also those that another has replaced.")
    private boolean all;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, csv or json. Default: ${DEFAULT-VALUE}")
    private OutputFormat format = OutputFormat.TABLE;

    @Mixin
    private ConfigOptions configOptions = new ConfigOptions();

    RulesListCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        AppConfig config = configOptions.load(context.environment());
        try (Cluster cluster = Cluster.of(config)) {
            print(new RuleList(cluster.publishedRules(), new RuleKeys(RuleOptions.units(config)), all));
            return ExitCode.OK;
        }
    }

    private void print(RuleList list) {
        Console console = context.console();
        switch (format) {
            case TABLE -> {
                if (list.table().isEmpty()) {
                    console.print("No rules are published.");
                } else {
                    console.print(list.table().render(console.terminal().columns()));
                }
            }
            case CSV -> console.print(list.csv());
            case JSON -> console.print(ApiClient.pretty(list.json()));
        }
    }
}
