package io.upswing.cli.faults;

import io.upswing.cli.shell.Console;
import io.upswing.faults.Fault;
import io.upswing.faults.FaultListener;
import io.upswing.faults.FaultResult;
import io.upswing.faults.FaultSettings;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells of a series of faults, line by line while they come, and of all of them in the end. */
public final class FaultReport implements FaultListener {
    private final Console console;
    private final FaultSettings settings;

    /**
     * A report on a console.
     *
     * @param settings what is tried
     */
    public FaultReport(Console console, FaultSettings settings) {
        this.console = console;
        this.settings = settings;
    }

    @Override
    public void begins(int days) {
        console.print("seed " + settings.seed() + ", " + settings.faults() + " faults in each run, " + days
                + " days; processes and their logs: " + settings.dir());
    }

    @Override
    public void undisturbed(Undisturbed run) {
        console.print(String.format(
                Locale.ROOT,
                "undisturbed in %s: %,d lines of KPIs, %,d issue events, %,d plan events, %,d command results, %,d dead"
                        + " letters",
                seconds(run.took()),
                run.kpis(),
                run.issueEvents(),
                run.planEvents(),
                run.commandResults(),
                run.deadLetters()));
    }

    @Override
    public void suffered(FaultResult result) {
        console.print(String.format(
                Locale.ROOT,
                "%-12s %3d  %s  %-48s %8s  %s",
                instances(result.instances()),
                result.number(),
                result.openDay(),
                result.fault().what(),
                seconds(result.recovery()),
                result.verdict()));
        result.differences().forEach(difference -> console.print("    " + difference));
    }

    private static String instances(int number) {
        return number == 1 ? "1 instance" : number + " instances";
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    /** Tells how many of each kind there were, how long it took to get over them, and how many left a trace. */
    public void end(List<FaultResult> results) {
        Map<Fault, List<FaultResult>> byKind = results.stream()
                .collect(Collectors.groupingBy(
                        FaultResult::fault, () -> new EnumMap<>(Fault.class), Collectors.toList()));
        console.print("");
        byKind.forEach((fault, of) -> console.print(String.format(
                Locale.ROOT,
                "%3d  %-48s %8s at the median, %s at most",
                of.size(),
                fault.what(),
                seconds(median(of)),
                seconds(of.stream()
                        .map(FaultResult::recovery)
                        .max(Comparator.naturalOrder())
                        .orElseThrow()))));
        long traces = results.stream().filter(result -> !result.isWell()).count();
        console.print(
                traces == 0
                        ? results.size() + " faults, and nothing differs from the undisturbed run"
                        : traces + " of " + results.size() + " faults left a trace; what was said undisturbed lies in "
                                + settings.dir().resolve("undisturbed"));
    }

    private static Duration median(List<FaultResult> results) {
        List<Duration> sorted =
                results.stream().map(FaultResult::recovery).sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
