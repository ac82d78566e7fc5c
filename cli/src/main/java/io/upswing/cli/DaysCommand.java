package io.upswing.cli;

import io.upswing.cli.api.ApiClient;
import io.upswing.cli.api.DaysReport;
import io.upswing.cli.render.Column;
import io.upswing.cli.render.Table;
import io.upswing.cli.shell.Console;
import io.upswing.cli.shell.Context;
import io.upswing.cli.shell.ExitCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the open day of each task, and what keeps it from closing. */
@Command(
        name = "days",
        description = {
            "Show the open day of each stage and partition, the last day evaluated, what keeps the open day from closing,"
                    + " and how many records wait for the schema registry.",
            "Exit code 69 if a task is not run by anyone at the moment."
        })
final class DaysCommand implements Callable<Integer> {
    private static final int HOLDING_SHOWN = 3;
    private static final String NONE = "–";

    private final Context context;

    @Mixin
    private ApiOptions apiOptions = new ApiOptions();

    DaysCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        DaysReport report;
        try (ApiClient api = apiOptions.client()) {
            report = DaysReport.ask(api);
        }
        Console console = context.console();
        console.print(table(report).render(console.terminal().columns()));
        console.print("");
        console.print(summary(report));
        report.missing().forEach(task -> console.say("Nobody runs " + task + " at the moment."));
        report.unreachable().forEach(instance -> console.say("Did not answer: " + instance));
        return report.missing().isEmpty() ? ExitCode.OK : ExitCode.UNAVAILABLE;
    }

    private static Table table(DaysReport report) {
        Table table = new Table(List.of(
                Column.text("Stage", 0),
                Column.number("Partition", 0),
                Column.text("Open day", 0),
                Column.text("Evaluated", 1),
                Column.number("Waiting", 2),
                Column.text("Held by", 0)));
        for (DaysReport.Task task : report.tasks()) {
            table.row(List.of(
                    task.stage(),
                    Integer.toString(task.partition()),
                    text(task.openDay()),
                    text(task.evaluatedDay()),
                    Long.toString(task.waiting()),
                    holding(task.holding())));
        }
        return table;
    }

    private static String holding(List<String> holding) {
        int more = holding.size() - HOLDING_SHOWN;
        String shown = String.join(", ", holding.stream().limit(HOLDING_SHOWN).toList());
        return more > 0 ? shown + " and " + more + " more" : shown;
    }

    private static String summary(DaysReport report) {
        long waiting =
                report.tasks().stream().mapToLong(DaysReport.Task::waiting).sum();
        String waitingToo =
                waiting == 0 ? "" : String.format(Locale.ROOT, " %,d records wait for the schema registry.", waiting);
        Optional<LocalDate> first = report.firstOpenDay();
        Optional<LocalDate> last = report.lastOpenDay();
        if (first.isEmpty()) {
            return "Not all tasks have an open day yet: a stage starts when every partition of its inputs has said its first"
                    + " watermark." + waitingToo;
        }
        return first.equals(last)
                ? "The open day is " + text(first) + "." + waitingToo
                : "The open days are " + text(first) + " to " + text(last) + "." + waitingToo;
    }

    private static String text(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse(NONE);
    }
}
