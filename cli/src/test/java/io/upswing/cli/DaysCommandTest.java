package io.upswing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DaysCommandTest {
    private static final String SAME = """
            {"tasks": [
              {"stage": "entity", "partition": 0, "open_day": "2018-01-01", "evaluated_day": null,
               "holding": ["crm.deals-0"], "waiting_records": 0},
              {"stage": "rep", "partition": 0, "open_day": "2018-01-01", "evaluated_day": "2017-12-31",
               "holding": ["a", "b", "c", "d", "e"], "waiting_records": 0}],
             "missing": [], "unreachable": []}
            """;

    private final AppStub app = new AppStub();

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void eachTaskIsShownWithWhatHoldsItsDay() {
        app.answers(200, SAME);

        CommandRun run = CommandRun.of("days", "--url", app.url());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .containsPattern("entity +0  2018-01-01  – +0  crm.deals-0")
                .containsPattern("rep +0  2018-01-01  2017-12-31 +0  a, b, c and 2 more")
                .contains("The open day is 2018-01-01.");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void stagesThatDifferAreSummedUpAsARange() {
        app.answers(200, """
                {"tasks": [
                  {"stage": "entity", "partition": 0, "open_day": "2018-01-03", "holding": [], "waiting_records": 1200},
                  {"stage": "rep", "partition": 0, "open_day": "2018-01-01", "holding": [], "waiting_records": 0}],
                 "missing": [], "unreachable": []}
                """);

        CommandRun run = CommandRun.of("days", "--url", app.url());

        assertThat(run.out())
                .contains("The open days are 2018-01-01 to 2018-01-03. 1,200 records wait for the schema registry.");
    }

    @Test
    void aStageThatHasNotStartedIsSaid() {
        app.answers(200, """
                {"tasks": [{"stage": "rep", "partition": 0, "open_day": null, "holding": ["org.reps-0"],
                 "waiting_records": 0}], "missing": [], "unreachable": []}
                """);

        CommandRun run = CommandRun.of("days", "--url", app.url());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Not all tasks have an open day yet");
    }

    @Test
    void aTaskThatNobodyRunsHasAnExitCode() {
        app.answers(200, """
                {"tasks": [], "missing": [{"stage": "unit", "partition": 3}], "unreachable": ["10.0.0.7:7070: timed out"]}
                """);

        CommandRun run = CommandRun.of("days", "--url", app.url());

        assertThat(run.exitCode()).isEqualTo(69);
        assertThat(run.err()).contains("Nobody runs unit 3", "10.0.0.7:7070: timed out");
    }
}
