package io.upswing.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.upswing.cli.api.ApiClient;
import io.upswing.cli.importing.ImportFiles;
import io.upswing.cli.importing.ReadExport;
import io.upswing.cli.reconciling.Difference;
import io.upswing.cli.reconciling.Reconciliation;
import io.upswing.cli.render.Column;
import io.upswing.cli.render.Table;
import io.upswing.cli.shell.CommandFailed;
import io.upswing.cli.shell.Console;
import io.upswing.cli.shell.Context;
import io.upswing.cli.shell.ExitCode;
import io.upswing.core.time.Days;
import io.upswing.producers.csv.Mapping;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds an export against the app. */
@Command(
        name = "reconcile",
        description = {
            "Hold an export against what the app has: per rep and KPI the export's value beside the app's, and for each"
                    + " difference the deals or activities that make it.",
            "The export's side is what the KPIs would be if it were imported now. Exit code 1 if there are differences."
        })
final class ReconcileCommand implements Callable<Integer> {
    private static final int SHOWN = 5;
    private static final String NO_DATA = "–";

    /** In which form. */
    enum Format {
        TABLE,
        JSON
    }

    private final Context context;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The export: the folder with the files that the mapping names, or one of these files."
                    + " Default: beside the mapping.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = {"-m", "--mapping"},
            required = true,
            paramLabel = "FILE",
            description = "How the export is to be read, see docs/import.md.")
    private Path mapping = Path.of("");

    @Option(
            names = {"-w", "--window"},
            paramLabel = "WINDOW",
            defaultValue = "365d",
            description = "A window that the app keeps, such as 90d or qtd. Default: ${DEFAULT-VALUE}")
    private String window = "365d";

    @Option(names = "--day", paramLabel = "DATE", description = "The window's last day. Default: the open day.")
    private Optional<LocalDate> day = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table or json. Default: ${DEFAULT-VALUE}")
    private Format format = Format.TABLE;

    @Mixin
    private ApiOptions apiOptions = new ApiOptions();

    ReconcileCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Console console = context.console();
        ReadExport read = ReadExport.of(new ImportFiles(mapping, folder(Mapping.load(mapping))));
        read.reportRefused(console);
        Reconciliation reconciliation;
        try (ApiClient api = apiOptions.client()) {
            reconciliation =
                    Reconciliation.of(api, read.mapping(), read.export(), window, day.map(LocalDate::toString));
        }
        switch (format) {
            case TABLE -> print(console, reconciliation);
            case JSON -> console.print(ApiClient.pretty(json(reconciliation)));
        }
        boolean same = reconciliation.differences().isEmpty()
                && reconciliation.offsetting().isEmpty();
        return same ? ExitCode.OK : ExitCode.FAILED;
    }

    private void print(Console console, Reconciliation reconciliation) {
        if (!reconciliation.differences().isEmpty()) {
            console.print(table(reconciliation.differences())
                    .render(console.terminal().columns()));
            console.print("");
        }
        console.print(String.format(
                Locale.ROOT,
                "%,d of %,d KPIs differ in the window %s from %s to %s, which %,d deals and activities make up.",
                reconciliation.differences().size(),
                reconciliation.compared(),
                window,
                Days.text(reconciliation.period().from()),
                Days.text(reconciliation.period().to()),
                reconciliation.entities()));
        if (!reconciliation.offsetting().isEmpty()) {
            console.print(
                    "These differ too, and make up for each other: " + entities(reconciliation.offsetting()) + ".");
        }
    }

    /** Refuses a file that would not be read: another one of the folder would be, unnoticed. */
    private Optional<Path> folder(Mapping read) {
        return file.map(path -> {
            if (Files.isDirectory(path)) {
                return path;
            }
            if (!Files.exists(path)) {
                throw new CommandFailed(ExitCode.IO, path + " is not there");
            }
            if (!read.files().contains(path.getFileName().toString())) {
                throw new CommandFailed(
                        ExitCode.USAGE,
                        path + " is none of the files that " + read.file() + " names: "
                                + String.join(", ", read.files()));
            }
            return path.toAbsolutePath().getParent();
        });
    }

    private static Table table(List<Difference> differences) {
        Table table = new Table(List.of(
                Column.text("Rep", 0),
                Column.text("KPI", 0),
                Column.number("Export", 0),
                Column.number("Ours", 0),
                Column.text("Made by", 0)));
        for (Difference difference : differences) {
            table.row(List.of(
                    difference.name(),
                    difference.kpi(),
                    text(difference.export()),
                    text(difference.ours()),
                    entities(difference.entities())));
        }
        return table;
    }

    private static String entities(List<String> entities) {
        if (entities.isEmpty()) {
            return "nothing in the export";
        }
        int more = entities.size() - SHOWN;
        String shown = String.join(", ", entities.stream().limit(SHOWN).toList());
        return more > 0 ? shown + " and " + more + " more" : shown;
    }

    private static String text(Optional<BigDecimal> value) {
        return value.map(number -> number.stripTrailingZeros().toPlainString()).orElse(NO_DATA);
    }

    private ObjectNode json(Reconciliation reconciliation) {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("window", window)
                .put("from", Days.text(reconciliation.period().from()))
                .put("to", Days.text(reconciliation.period().to()))
                .put("compared", reconciliation.compared());
        ArrayNode differences = document.putArray("differences");
        for (Difference difference : reconciliation.differences()) {
            ObjectNode entry = differences
                    .addObject()
                    .put("rep", difference.rep())
                    .put("kpi", difference.kpi())
                    .put("export", difference.export().orElse(null))
                    .put("ours", difference.ours().orElse(null));
            ArrayNode entities = entry.putArray("entities");
            difference.entities().forEach(entities::add);
        }
        ArrayNode offsetting = document.putArray("offsetting");
        reconciliation.offsetting().forEach(offsetting::add);
        return document;
    }
}
