package io.upswing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.embedded.EmbeddedStack;
import io.upswing.embedded.StackOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that speak to a broker, each in an installation of its own. */
class BrokerTest {
    private static final List<String> DEALS =
            List.of("D1,7,Won,100.50,2026-02-27,2026-03-02", "D2,8,Open,,2026-03-01,", "D3,8,Maybe,1,2026-03-01,");

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

    @Test
    void createMakesTheTopicsAndClosesTheDaysBeforeToday() {
        CommandRun before = run("one.", "topics", "check");
        CommandRun create = run("one.", "topics", "create");
        CommandRun again = run("one.", "topics", "create");
        CommandRun after = run("one.", "topics", "check");

        assertThat(before.exitCode()).isEqualTo(65);
        assertThat(before.out()).contains("one.crm.deals: topic is missing, must be there");
        assertThat(before.err()).contains("topics create");
        assertThat(create.exitCode()).isZero();
        assertThat(create.out())
                .contains("made     one.kpi.daily")
                .contains("closed   one.crm.deals: all days up to 2026-03-14", "closed   one.org.reps: ");
        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).contains("existed  one.crm.deals").doesNotContain("made", "closed");
        assertThat(after.exitCode()).isZero();
        assertThat(after.out()).contains("All topics are as they must be.");
    }

    @Test
    void createForHistoryClosesNoDay() {
        CommandRun create = run("two.", "topics", "create", "--history");

        assertThat(create.exitCode()).isZero();
        assertThat(create.out()).contains("made     two.crm.deals").doesNotContain("closed");
    }

    @Test
    void checkSaysWhatWouldBeRight() throws Exception {
        run("three.", "topics", "create", "--history");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.bootstrapServers()))) {
            admin.deleteTopics(List.of("three.org.reps")).all().get();
            // The controller has done it; the broker hears of it a moment later.
            while (admin.listTopics().names().get().contains("three.org.reps")) {
                Thread.sleep(20);
            }
        }

        CommandRun check = run("three.", "topics", "check");

        assertThat(check.exitCode()).isEqualTo(65);
        assertThat(check.out().lines()).containsExactly("three.org.reps: topic is missing, must be there");
    }

    @Test
    void anImportRunTwiceClosesItsDaysOnce() throws Exception {
        Path mapping = ExportFolder.write(directory.resolve("export"), DEALS);
        createForHistory("four.");

        CommandRun first = run("four.", "import", "--mapping", mapping.toString());
        CommandRun second = run("four.", "import", "--mapping", mapping.toString());

        assertThat(first.exitCode()).isZero();
        assertThat(first.out())
                .contains("Imported 4 days from 2026-02-27: 3 records, ")
                .contains("1 rows were refused");
        assertThat(first.err()).contains("deals.csv, line 4, stage 'Maybe'", "Importing 100%");
        assertThat(second.exitCode()).isZero();
        assertThat(second.out()).contains("0 watermarks.", "4 of the days were there already");
    }

    @Test
    void aSecondExportComesAfterAFirstClosedDayAndClosesDaysIfAsked() throws Exception {
        Path mapping = ExportFolder.write(directory.resolve("export"), DEALS);
        createForHistory("seven.");

        CommandRun tooEarly = run("seven.", "import", "--mapping", mapping.toString(), "--as-of", "2026-03-10");
        run("seven.", "import", "--mapping", mapping.toString());
        Path second = ExportFolder.write(directory.resolve("second"), List.of(DEALS.getFirst()));
        String[] update = {
            "import", "--mapping", second.toString(), "--as-of", "2026-03-10", "--full", "--close-through", "2026-03-04"
        };
        CommandRun first = run("seven.", update);
        CommandRun again = run("seven.", update);

        assertThat(tooEarly.exitCode()).isEqualTo(1);
        assertThat(tooEarly.err()).contains("no day is closed yet in ", "seven.crm.activities", "topics create");
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out())
                .contains("as of 2026-03-10T22:59:59.999Z: 2 records (1 of them delete", " 24 watermarks.");
        assertThat(again.out()).contains(": 1 records, 0 watermarks.");
    }

    @Test
    void anImportIntoTopicsThatAreNotThereSaysHowToMakeThem() throws IOException {
        Path mapping = ExportFolder.write(directory.resolve("export"), DEALS);

        CommandRun run = run("five.", "import", "--mapping", mapping.toString());

        assertThat(run.exitCode()).isEqualTo(65);
        assertThat(run.err()).contains("five.crm.deals", "upswing topics create --history");
    }

    @Test
    void aSimulationIsPublishedOnceAtItsRate() throws InterruptedException {
        createForHistory("nine.");
        String[] simulate = {"simulate", "--reps", "3", "--days", "5", "--rate", "100000", "--share", "bad-records=0.1"
        };

        CommandRun first = run("nine.", simulate);
        CommandRun second = run("nine.", simulate);
        CommandRun nowhere = run("eight.", simulate);

        assertThat(first.exitCode()).isZero();
        assertThat(first.out())
                .contains("Simulated 5 days from 2024-01-01: ")
                .doesNotContain(": 0 records", " 0 of them");
        assertThat(first.err()).contains("Simulating 100%");
        assertThat(second.exitCode()).isZero();
        assertThat(second.out()).contains("Simulated 0 days from 2024-01-01: 0 records", "5 days were closed before");
        assertThat(nowhere.exitCode()).isEqualTo(65);
        assertThat(nowhere.err()).contains("eight.crm.deals", "upswing topics create --history");
    }

    @Test
    void theAppDoesNotStartWithoutItsTopics() {
        CommandRun run = run("six.", "run");

        assertThat(run.exitCode()).isEqualTo(65);
        assertThat(run.err()).contains("six.crm.deals").doesNotContain("\tat ");
    }

    /** The controller has made them when it returns; the broker hears of it a moment later. */
    private static void createForHistory(String prefix) throws InterruptedException {
        run(prefix, "topics", "create", "--history");
        while (run(prefix, "topics", "check").exitCode() != 0) {
            Thread.sleep(20);
        }
    }

    private static CommandRun run(String prefix, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("-D", "working-week=mon,tue,wed,thu,fri", "-D", "holidays=none"));
        Map.of(
                        "kafka.bootstrap.servers", servers.bootstrapServers(),
                        "schema.registry.url", servers.registryUrl(),
                        "time-zone", "Europe/Copenhagen",
                        "reporting-currency", "EUR",
                        "topic-prefix", prefix,
                        "topics.partitions", "2",
                        "http.port", "0")
                .forEach((key, value) -> all.addAll(List.of("-D", key + "=" + value)));
        return CommandRun.of(all.toArray(String[]::new));
    }
}
