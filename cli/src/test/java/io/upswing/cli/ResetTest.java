package io.upswing.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.app.UpswingApp;
import io.upswing.app.config.ConfigLoader;
import io.upswing.cli.api.ApiClient;
import io.upswing.cli.api.DaysReport;
import io.upswing.embedded.EmbeddedStack;
import io.upswing.embedded.StackOptions;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** After a reset the app computes the same again. */
class ResetTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String EVENTS = "/api/v1/export/issues";
    /** Each of whom has an issue. */
    private static final int REPS = 3;

    @TempDir
    private static Path directory = Path.of("");

    @SuppressWarnings("NullAway.Init") // started before all tests
    private static EmbeddedStack servers;

    @BeforeAll
    static void start() {
        servers = EmbeddedStack.start(StackOptions.in(directory.resolve("broker")));
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @ParameterizedTest
    @CsvSource({"classic, true", "streams, false"})
    void afterAResetTheAppComputesTheSameAgain(String protocol, boolean outputs) throws Exception {
        String prefix = protocol + ".";
        Map<String, String> settings = settings(prefix, protocol);
        installed(settings);
        SortedMap<String, String> before;
        try (UpswingApp app = start(settings)) {
            before = answers(app);
            CommandRun tooEarly = run(settings, "reset", "--yes");
            assertThat(tooEarly.exitCode()).isEqualTo(1);
            assertThat(tooEarly.err()).contains("nothing was deleted: instances are running");
        }
        awaitStopped(settings);
        Path state = Path.of(String.valueOf(settings.get("state-dir"))).resolve(prefix + "app");
        assertThat(state).exists();
        assertThat(topicsOfApp(prefix)).isNotEmpty();
        String foreign = prefix + "app-orders-store-changelog";
        create(foreign);

        CommandRun asked = answering("no\n", settings, "reset");
        assertThat(asked.exitCode()).isEqualTo(1);
        assertThat(asked.err()).contains("Type yes", "nothing was deleted");
        assertThat(state).exists();
        CommandRun reset =
                outputs ? answering("yes\n", settings, "reset", "--outputs") : answering("yes\n", settings, "reset");

        assertThat(reset.exitCode()).as(reset.err()).isZero();
        assertThat(reset.out())
                .contains("group " + prefix + "app", "topic " + prefix + "app-facts-repartition")
                .contains("records of topic " + prefix + "unit-days", "directory " + state);
        assertThat(reset.out().contains("records of topic " + prefix + "issues.events"))
                .isEqualTo(outputs);
        assertThat(state).doesNotExist();
        assertThat(topicsOfApp(prefix)).containsExactly(foreign);
        CommandRun again =
                outputs ? run(settings, "reset", "--dry-run", "--outputs") : run(settings, "reset", "--dry-run");
        assertThat(again.out()).contains("There is nothing to delete.");
        try (UpswingApp app = start(settings)) {
            assertThat(answers(app)).isEqualTo(before);
        }
    }

    private static Map<String, String> settings(String prefix, String protocol) {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "kafka.bootstrap.servers", servers.bootstrapServers(),
                "schema.registry.url", servers.registryUrl(),
                "time-zone", "UTC",
                "reporting-currency", "USD",
                "working-week", "mon,tue,wed,thu,fri",
                "holidays", "none",
                "topic-prefix", prefix,
                "topics.partitions", "2",
                "http.port", "0",
                "clock.enabled", "false"));
        settings.put("group.protocol", protocol);
        settings.put("state-dir", directory.resolve(prefix + "state").toString());
        return settings;
    }

    private static void installed(Map<String, String> settings) throws Exception {
        run(settings, "topics", "create", "--history");
        while (run(settings, "topics", "check").exitCode() != 0) {
            Thread.sleep(20);
        }
        run(settings, "rules", "publish", CaseExport.rules(directory).toString());
        Path crm = CaseExport.write(directory.resolve("crm"));
        assertThat(run(settings, "import", "--mapping", crm.toString()).exitCode())
                .isZero();
    }

    private static UpswingApp start(Map<String, String> settings) {
        return UpswingApp.start(ConfigLoader.load(List.of(), Map.of(), settings), List.of());
    }

    /** Once the history is closed and evaluated: KPIs, and the events as the app has written them. */
    private static SortedMap<String, String> answers(UpswingApp app) throws Exception {
        SortedMap<String, String> answers = new TreeMap<>();
        try (ApiClient api = new ApiClient(URI.create(app.url()), PATIENCE)) {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            DaysReport days = DaysReport.ask(api);
            while (!isDone(days)) {
                assertThat(System.nanoTime()).as(days.toString()).isLessThan(deadline);
                Thread.sleep(100);
                days = DaysReport.ask(api);
            }
            for (String path : List.of("/api/v1/export", "/api/v1/kpis/company")) {
                answers.put(path, answer(api, path));
            }
            answers.put(EVENTS, settledEvents(api));
        }
        return answers;
    }

    /** Stores can be asked before their task has committed; events are there when it has. */
    private static String settledEvents(ApiClient api) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String before = "";
        String now = answer(api, EVENTS);
        while (!now.equals(before) || now.lines().count() < REPS) {
            assertThat(System.nanoTime()).as(now).isLessThan(deadline);
            Thread.sleep(2_000);
            before = now;
            now = answer(api, EVENTS);
        }
        return now;
    }

    private static String answer(ApiClient api, String path) throws Exception {
        Path file = directory.resolve("answer");
        api.download(path, file);
        return Files.readString(file);
    }

    private static boolean isDone(DaysReport days) {
        return days.firstOpenDay().filter(CaseExport.OPEN_DAY::equals).isPresent()
                && days.tasks().stream()
                        .flatMap(task -> task.evaluatedDay().stream())
                        .allMatch(CaseExport.LAST_DAY::equals);
    }

    private static void create(String topic) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    private static List<String> topicsOfApp(String prefix) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.bootstrapServers()))) {
            return admin.listTopics().names().get().stream()
                    .filter(name -> name.startsWith(prefix + "app-"))
                    .sorted()
                    .toList();
        }
    }

    /** A member that has left is still one for a moment. */
    private static void awaitStopped(Map<String, String> settings) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (run(settings, "reset", "--dry-run").exitCode() != 0) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(100);
        }
    }

    private static CommandRun answering(String answer, Map<String, String> settings, String... args) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(answer.getBytes(UTF_8)));
        try {
            return run(settings, args);
        } finally {
            System.setIn(before);
        }
    }

    private static CommandRun run(Map<String, String> settings, String... args) {
        return SecuredCluster.run(settings, args);
    }
}
