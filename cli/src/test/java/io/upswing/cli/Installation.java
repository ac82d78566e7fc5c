package io.upswing.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.upswing.app.UpswingApp;
import io.upswing.app.config.ConfigLoader;
import io.upswing.cli.api.ApiClient;
import io.upswing.cli.api.DaysReport;
import io.upswing.embedded.EmbeddedStack;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;

/** Topics with an export's history, and an app. */
final class Installation implements AutoCloseable {
    private static final List<Integer> WINDOWS = List.of(7, 30, 90, 365);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** The export's last digit. */
    private static final double ROUNDED = 1e-5;

    private final Path directory;
    private final List<String> flags = new ArrayList<>();
    private final UpswingApp app;
    private final ApiClient api;

    /**
     * Imports the history.
     *
     * @param prefix the policy of credit, and a dot
     */
    Installation(EmbeddedStack servers, Path directory, String prefix, Path mapping) throws InterruptedException {
        this(servers, directory, prefix, prefix.replace(".", ""), mapping, Optional.empty());
    }

    /**
     * Imports the history, with rules in force from its first day on.
     *
     * @param credit the policy
     */
    Installation(
            EmbeddedStack servers, Path directory, String prefix, String credit, Path mapping, Optional<Path> rules)
            throws InterruptedException {
        this.directory = directory;
        Map<String, String> settings = new TreeMap<>(Map.of(
                "kafka.bootstrap.servers", servers.bootstrapServers(),
                "schema.registry.url", servers.registryUrl(),
                "time-zone", "UTC",
                "reporting-currency", "USD",
                "topic-prefix", prefix,
                "topics.partitions", "2",
                "topics.replication-factor", "1",
                "clock.enabled", "false",
                "http.port", "0",
                "state-dir", directory.resolve(prefix + "state").toString()));
        settings.put("stream.threads", "2");
        settings.put("working-week", "mon,tue,wed,thu,fri");
        settings.put("holidays", "none");
        settings.put("credit.after-close", credit);
        settings.forEach((key, value) -> flags.addAll(List.of("-D", key + "=" + value)));
        run("topics", "create", "--history");
        awaitTopics();
        rules.ifPresent(file -> run("rules", "publish", file.toString()));
        run("import", "--mapping", mapping.toString());
        app = UpswingApp.start(ConfigLoader.load(List.of(), Map.of(), settings), List.of());
        api = new ApiClient(URI.create(app.url()), PATIENCE);
    }

    /** Where its app is. */
    String url() {
        return app.url();
    }

    /** Imports a second export, and closes the days up to the one as of which it is. */
    CommandRun update(Path mapping, LocalDate asOf) {
        return update(mapping, asOf, "--close-through", asOf.toString());
    }

    CommandRun update(Path mapping, LocalDate asOf, String... more) {
        List<String> args =
                new ArrayList<>(List.of("import", "--mapping", mapping.toString(), "--as-of", asOf.toString()));
        args.addAll(Arrays.asList(more));
        if (!args.contains("--close-through")) {
            args.addAll(List.of("--close-through", asOf.toString()));
        }
        return run(args.toArray(String[]::new));
    }

    /** What the app answers. */
    ApiClient api() {
        return api;
    }

    /** The configuration as flags. */
    List<String> flags() {
        return List.copyOf(flags);
    }

    /** Runs a command with the configuration; it must succeed. */
    CommandRun run(String... args) {
        CommandRun run = tried(args);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    private CommandRun tried(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(flags);
        return CommandRun.of(all.toArray(String[]::new));
    }

    /** The controller has made them; the broker hears of it a moment later. */
    private void awaitTopics() throws InterruptedException {
        while (tried("topics", "check").exitCode() != 0) {
            Thread.sleep(20);
        }
    }

    void assertKpis(SampleSql expected, LocalDate day) throws Exception {
        awaitClosed(day);
        Path file = directory.resolve("kpis.csv");
        api.download("/api/v1/export?from=%s&to=%s".formatted(day, day), file);
        List<String> lines = Files.readAllLines(file);
        List<String> titles = List.of(lines.getFirst().split(",", -1));
        SoftAssertions softly = new SoftAssertions();
        for (int days : WINDOWS) {
            Map<String, Map<String, Double>> units = expected.kpis(day, days);
            Map<String, Map<String, Double>> actual = kpis(titles, lines, days + "d");
            assertThat(actual.keySet()).hasSize(35 + 6 + 3 + 1).isEqualTo(units.keySet());
            units.forEach((unit, kpis) ->
                    compare(softly, day + " " + days + "d " + unit, actual.getOrDefault(unit, Map.of()), kpis));
        }
        softly.assertAll();
    }

    private static void compare(
            SoftAssertions softly, String what, Map<String, Double> actual, Map<String, Double> expected) {
        softly.assertThat(actual.keySet()).as(what).isEqualTo(expected.keySet());
        expected.forEach((kpi, value) -> softly.assertThat(actual.getOrDefault(kpi, Double.NaN))
                .as("%s %s", what, kpi)
                .isCloseTo(value, within(ROUNDED)));
    }

    private static Map<String, Map<String, Double>> kpis(List<String> titles, List<String> lines, String window) {
        Map<String, Map<String, Double>> kpis = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split(",", -1));
            if (cells.get(titles.indexOf("window")).equals(window)) {
                String level = cells.get(titles.indexOf("level"));
                String name = cells.get(titles.indexOf("name"));
                Map<String, Double> unit = new TreeMap<>();
                for (String kpi : SecondExportTest.KPIS) {
                    Optional.of(cells.get(titles.indexOf(kpi)))
                            .filter(cell -> !cell.isEmpty())
                            .ifPresent(cell -> unit.put(kpi, Double.parseDouble(cell)));
                }
                kpis.put(level.equals("company") ? level : level + " " + name, unit);
            }
        }
        return kpis;
    }

    /** Waits until a day is closed and evaluated. */
    void awaitClosed(LocalDate day) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        DaysReport report = DaysReport.ask(api);
        while (!isClosed(report, day)) {
            assertThat(System.nanoTime()).as(report.toString()).isLessThan(deadline);
            Thread.sleep(100);
            report = DaysReport.ask(api);
        }
    }

    private static boolean isClosed(DaysReport report, LocalDate day) {
        return report.firstOpenDay().filter(day.plusDays(1)::equals).isPresent()
                && report.tasks().stream()
                        .flatMap(task -> task.evaluatedDay().stream())
                        .allMatch(day::equals);
    }

    @Override
    public void close() {
        api.close();
        app.close();
    }
}
