package io.upswing.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.upswing.cli.api.ApiClient;
import io.upswing.cli.api.Kpis;
import io.upswing.cli.api.KpisOf;
import io.upswing.cli.render.Column;
import io.upswing.cli.render.Csv;
import io.upswing.cli.render.Numbers;
import io.upswing.cli.render.Table;
import io.upswing.cli.shell.Console;
import io.upswing.cli.shell.Context;
import io.upswing.cli.shell.ExitCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** KPIs as known now, as a table, CSV or JSON. */
@Command(
        name = "kpis",
        description = {
            "Print KPIs as known now: of all reps, or of another level, or of one of them.",
            "CSV has the columns of the demo's kpis.csv; JSON is the API's own, see docs/api.md."
        })
final class QueryKpisCommand implements Callable<Integer> {
    private static final List<String> KPIS = List.of(
            "deals_created",
            "deals_won",
            "deals_lost",
            "revenue",
            "win_rate",
            "avg_deal_size",
            "cycle_mean_days",
            "cycle_median_days",
            "open_deals");

    /** Of whom. */
    enum Level {
        REP,
        TEAM,
        REGION,
        COMPANY
    }

    private final Context context;

    @Option(
            names = {"-l", "--level"},
            paramLabel = "LEVEL",
            defaultValue = "rep",
            description = "rep, team, region or company. Default: ${DEFAULT-VALUE}")
    private Level level = Level.REP;

    @Option(names = "--id", paramLabel = "ID", description = "One of them, by its id. Default: all.")
    private Optional<String> id = Optional.empty();

    @Option(
            names = {"-w", "--window"},
            paramLabel = "WINDOW",
            defaultValue = "30d",
            description = "A window that the app keeps, such as 7d, 30d, 90d, 365d, mtd, qtd; or 'all'."
                    + " Default: ${DEFAULT-VALUE}")
    private String window = "30d";

    @Option(names = "--day", paramLabel = "DATE", description = "The window's last day. Default: the open day.")
    private Optional<LocalDate> day = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, csv or json. Default: ${DEFAULT-VALUE}")
    private OutputFormat format = OutputFormat.TABLE;

    @Mixin
    private ApiOptions apiOptions = new ApiOptions();

    QueryKpisCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        JsonNode answer;
        try (ApiClient api = apiOptions.client()) {
            answer = Kpis.ask(
                    api,
                    new Kpis.Question(
                            level.name().toLowerCase(Locale.ROOT),
                            id,
                            Optional.of(window).filter(w -> !w.equals("all")),
                            day));
        }
        Console console = context.console();
        switch (format) {
            case TABLE ->
                console.print(table(Kpis.read(answer)).render(console.terminal().columns()));
            case CSV -> console.print(csv(Kpis.read(answer)));
            case JSON -> console.print(ApiClient.pretty(answer));
        }
        return ExitCode.OK;
    }

    private static Table table(List<KpisOf> all) {
        Table table = new Table(List.of(
                Column.text("Name", 0),
                Column.text("Id", 9),
                Column.text("Day", 8),
                Column.text("Window", 7),
                Column.number("Created", 5),
                Column.number("Won", 1),
                Column.number("Lost", 2),
                Column.number("Revenue", 0),
                Column.number("Win rate", 2),
                Column.number("Avg deal", 4),
                Column.number("Cycle mean", 6),
                Column.number("median", 4),
                Column.number("Open", 3)));
        for (KpisOf kpis : all) {
            table.row(List.of(
                    kpis.title(),
                    kpis.id(),
                    kpis.day().toString(),
                    kpis.window(),
                    Numbers.whole(kpis.value("deals_created")),
                    Numbers.whole(kpis.value("deals_won")),
                    Numbers.whole(kpis.value("deals_lost")),
                    Numbers.whole(kpis.value("revenue")),
                    Numbers.percent(kpis.value("win_rate")),
                    Numbers.whole(kpis.value("avg_deal_size")),
                    Numbers.oneDecimal(kpis.value("cycle_mean_days")),
                    Numbers.oneDecimal(kpis.value("cycle_median_days")),
                    Numbers.whole(kpis.value("open_deals"))));
        }
        return table;
    }

    private static List<String> csv(List<KpisOf> all) {
        List<String> lines = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("level", "key", "name", "day", "window"));
        header.addAll(KPIS);
        lines.add(Csv.line(header));
        for (KpisOf kpis : all) {
            List<String> cells = new ArrayList<>(List.of(
                    kpis.level(), kpis.id(), kpis.name().orElse(""), kpis.day().toString(), kpis.window()));
            KPIS.forEach(kpi ->
                    cells.add(kpis.value(kpi).map(BigDecimal::toPlainString).orElse("")));
            lines.add(Csv.line(cells));
        }
        return lines;
    }
}
