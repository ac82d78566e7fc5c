package io.upswing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.embedded.EmbeddedStack;
import io.upswing.embedded.StackOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about published rules, against a broker. */
class RulesBrokerTest {
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
    void rulesArePublishedComparedAndListed() throws Exception {
        create("one.");
        String first = file("first.yaml", "silent 5", "quiet 3");
        String second = file("second.yaml", "silent 6");

        CommandRun diffBefore = run("one.", "rules", "diff", first);
        CommandRun publish = run("one.", "rules", "publish", first);
        CommandRun again = run("one.", "rules", "publish", first);
        CommandRun diff = run("one.", "rules", "diff", second);
        CommandRun changed = run("one.", "rules", "publish", second, "--retire-missing");
        CommandRun list = run("one.", "rules", "list", "--all", "-o", "csv");

        assertThat(diffBefore.out()).contains("new        silent, version 1 from 2026-03-17");
        assertThat(publish.exitCode()).as(publish.err()).isZero();
        assertThat(publish.out()).contains("new        quiet, version 1 from 2026-03-17", "Published 2 versions.");
        assertThat(again.out()).contains("unchanged  silent, version 1", "nothing was published");
        assertThat(diff.out())
                .contains(
                        "changed    silent, version 2 from 2026-03-17",
                        "no-activity.working-days: 5 → 6",
                        "missing    quiet, version 1, not in the files: stays as it is");
        assertThat(changed.out()).contains("retired    quiet, version 2 from 2026-03-17", "Published 2 versions.");
        assertThat(list.out().lines())
                .containsExactly(
                        "id,version,state,effective,severity,form,limits,title",
                        "quiet,1,replaced,2026-03-17,notice,no-activity,working-days 3,Silent",
                        "quiet,2,to end,2026-03-17,notice,no-activity,working-days 3,Silent",
                        "silent,1,replaced,2026-03-17,notice,no-activity,working-days 5,Silent",
                        "silent,2,to come,2026-03-17,notice,no-activity,working-days 6,Silent");
    }

    @Test
    void withADateTooEarlyNothingIsPublished() throws Exception {
        create("two.");

        CommandRun publish =
                run("two.", "rules", "publish", file("early.yaml", "silent 5", "early 5 effective: 2026-03-16"));
        CommandRun list = run("two.", "rules", "list");

        assertThat(publish.exitCode()).isEqualTo(78);
        assertThat(publish.err())
                .contains("early.yaml:3: early.effective is 2026-03-16; right would be: 2026-03-17 or later");
        assertThat(list.out()).contains("No rules are published.");
    }

    @Test
    void theDefaultsCanBePublishedBeforeAHistory() throws Exception {
        create("three.", "--history");

        CommandRun publish = run("three.", "rules", "publish", "--defaults");
        CommandRun list = run("three.", "rules", "list");

        assertThat(publish.out())
                .contains(
                        "new        no-activity, version 1 from 1990-01-01", "off        revenue-change, not enabled");
        assertThat(list.out())
                .contains("pipeline-thin", "to come", "1990-01-01")
                .doesNotContain("revenue-change");
    }

    private static void create(String prefix, String... more) throws InterruptedException {
        List<String> args = new ArrayList<>(List.of("topics", "create"));
        args.addAll(Arrays.asList(more));
        assertThat(run(prefix, args.toArray(String[]::new)).exitCode()).isZero();
        // The controller has made them; the broker hears of it a moment later.
        while (run(prefix, "topics", "check").exitCode() != 0) {
            Thread.sleep(20);
        }
    }

    private static CommandRun run(String prefix, String... args) {
        List<String> all = new ArrayList<>(Arrays.asList(args));
        List.of(
                        "kafka.bootstrap.servers=" + servers.bootstrapServers(),
                        "schema.registry.url=" + servers.registryUrl(),
                        "time-zone=UTC",
                        "reporting-currency=EUR",
                        "working-week=mon,tue,wed,thu,fri",
                        "holidays=none",
                        "topic-prefix=" + prefix,
                        "topics.partitions=2",
                        "topics.replication-factor=1")
                .forEach(setting -> all.addAll(List.of("-D", setting)));
        return CommandRun.of(all.toArray(String[]::new));
    }

    /** Rules on working days without an activity; each is written as {@code id days further keys}. */
    private static String file(String name, String... rules) throws IOException {
        StringBuilder yaml = new StringBuilder("rules:\n");
        for (String rule : rules) {
            List<String> words = List.of(rule.split(" ", 3));
            yaml.append(
                    "  - {id: %s, title: Silent, because: it is, severity: notice, no-activity: {working-days: %s}%s}\n"
                            .formatted(words.get(0), words.get(1), words.size() > 2 ? ", " + words.get(2) : ""));
        }
        return Files.writeString(directory.resolve(name), yaml).toString();
    }
}
