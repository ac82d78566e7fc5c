package io.upswing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void aDryRunWritesTheTruthAndNeedsNoBroker() throws IOException {
        Path truth = directory.resolve("truth");

        CommandRun run = dryRun("--truth", truth.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Simulated 60 days from 2024-01-01: ", "Nothing was published");
        assertThat(run.err()).contains("Simulating 100%");
        assertThat(truth.resolve("deals.csv")).isNotEmptyFile();
        assertThat(Files.readAllLines(truth.resolve("simulation.csv")))
                .contains(
                        "seed,1",
                        "currency,EUR",
                        "zone,Europe/Copenhagen",
                        "teams,2",
                        "regions,1",
                        "fiscal_year_start,2");
    }

    @Test
    void theSeedDecides() throws IOException {
        CommandRun one = dryRun("--truth", directory.resolve("1").toString());
        CommandRun same = dryRun("--truth", directory.resolve("same").toString(), "--seed", "1");
        CommandRun other = dryRun("--truth", directory.resolve("2").toString(), "--seed", "2");

        assertThat(same.out()).isEqualTo(one.out()).isNotEqualTo(other.out());
        assertThat(directory.resolve("same/deals.csv")).hasSameTextualContentAs(directory.resolve("1/deals.csv"));
    }

    @Test
    void wishesReachTheSimulation() throws IOException {
        CommandRun run = dryRun(
                "--truth",
                directory.toString(),
                "--bad-records",
                "0",
                "--share",
                "late=0.5",
                "--steady",
                "story:21",
                "--decline",
                "story:2024-02-01:0.3:2024-02-10",
                "--decline",
                "r003:2024-02-01:0.5");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains(" 0 of them bad.");
        assertThat(Files.readAllLines(directory.resolve("simulation.csv")))
                .contains("share.late,0.5", "share.bad-records,0.0", "steady.story,21")
                .contains("decline.story,2024-02-01/2024-02-10 0.3", "decline.r003,2024-02-01/2024-02-29 0.5");
    }

    @Test
    void wishesThatMakeNoSenseAreNamed() {
        assertWrong("--decline r003:soon:0.3", "REP:FROM:FACTOR[:UNTIL]");
        assertWrong("--decline r003:2024-02-01", "REP:FROM:FACTOR[:UNTIL]");
        assertWrong("--decline r003:2024-02-01:3", "0 to 1, not 3.0");
        assertWrong("--decline r999:2024-02-01:0.3", "r999");
        assertWrong("--steady story", "REP:WINS");
        assertWrong("--steady r001:5", "r001");
        assertWrong("--share lateness=0.5", "late, ");
        assertWrong("--share late=2", "late can't be 2.0");
        assertWrong("--regions 5", "regions can't be 5");
        assertWrong("--rate 0", "--rate");
    }

    private static void assertWrong(String wish, String message) {
        CommandRun run = dryRun(wish.split(" "));

        assertThat(run.exitCode()).as(wish).isEqualTo(2);
        assertThat(run.err()).contains(message).doesNotContain("\tat ");
    }

    private static CommandRun dryRun(String... more) {
        List<String> args = new ArrayList<>(List.of("simulate", "--dry-run", "--reps", "20", "--days", "60"));
        args.addAll(List.of("-D", "kafka.bootstrap.servers=127.0.0.1:1"));
        args.addAll(List.of("-D", "schema.registry.url=http://127.0.0.1:1"));
        args.addAll(List.of("-D", "time-zone=Europe/Copenhagen", "-D", "reporting-currency=EUR"));
        args.addAll(List.of(
                "-D", "working-week=mon,tue,wed,thu,fri", "-D", "holidays=none", "-D", "fiscal-year.start-month=2"));
        args.addAll(List.of(more));
        return CommandRun.of(args.toArray(String[]::new));
    }
}
