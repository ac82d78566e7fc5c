package io.upswing.cli.demo;

import io.upswing.cli.api.ApiClient;
import io.upswing.cli.api.DaysReport;
import io.upswing.cli.render.ProgressBar;
import io.upswing.cli.shell.CommandFailed;
import io.upswing.cli.shell.Console;
import io.upswing.cli.shell.ExitCode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Waits until every stage has closed, and evaluated, the last day of a history. */
final class CatchUp {
    private static final Duration PAUSE = Duration.ofMillis(200);
    // Far more than a slow machine takes for a day, so that only a pipeline that stands still is given up.
    private static final Duration STANDSTILL = Duration.ofMinutes(3);

    private final ApiClient api;
    private final Console console;
    private final LocalDate first;
    private final LocalDate last;

    CatchUp(ApiClient api, Console console, LocalDate first, LocalDate last) {
        this.api = api;
        this.console = console;
        this.first = first;
        this.last = last;
    }

    /**
     * Waits, with a progress bar.
     *
     * @param stop asked between two looks
     * @return whether the last day is closed; not so if it was stopped
     */
    boolean await(BooleanSupplier stop) throws InterruptedException {
        ProgressBar bar = console.progress("Computing");
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        long done = -1;
        long since = System.nanoTime();
        try {
            while (!stop.getAsBoolean()) {
                DaysReport report = DaysReport.ask(api);
                long now = closed(report, days);
                bar.show(now, days, now < days ? "day " + first.plusDays(now) : "");
                if (now == days && evaluated(report)) {
                    return true;
                }
                if (now > done) {
                    done = now;
                    since = System.nanoTime();
                } else if (System.nanoTime() - since > STANDSTILL.toNanos()) {
                    throw standstill(report);
                }
                Thread.sleep(PAUSE);
            }
            return false;
        } finally {
            bar.end();
        }
    }

    private long closed(DaysReport report, long days) {
        Optional<LocalDate> open = report.firstOpenDay();
        return open.map(day -> Math.clamp(ChronoUnit.DAYS.between(first, day), 0, days))
                .orElse(0L);
    }

    private boolean evaluated(DaysReport report) {
        return report.tasks().stream()
                .flatMap(task -> task.evaluatedDay().stream())
                .noneMatch(day -> day.isBefore(last));
    }

    private static CommandFailed standstill(DaysReport report) {
        String held = report.tasks().stream()
                .filter(task -> !task.holding().isEmpty())
                .map(task -> task.stage() + " " + task.partition() + " waits for " + String.join(", ", task.holding()))
                .findFirst()
                .orElse("nothing says why");
        return new CommandFailed(
                ExitCode.FAILED,
                "no day was closed for " + STANDSTILL.toMinutes() + " minutes: " + held
                        + "; --verbose logs what the app does");
    }
}
