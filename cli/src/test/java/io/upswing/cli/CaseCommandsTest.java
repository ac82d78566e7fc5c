package io.upswing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CaseCommandsTest {
    private static final String TAKEN = """
            {"id": "c1", "rep": "r1", "result": "/api/v1/commands/c1?rep=r1"}""";
    private static final String PENDING = """
            {"status": 404, "code": "pending-command", "detail": "not yet"}""";

    private final AppStub app = new AppStub();

    @AfterEach
    void stop() {
        app.close();
    }

    private CommandRun propose(String... more) {
        String[] args = {"plans", "propose", "r1", "p1", "--command-id", "c1", "--url", app.url()};
        String[] all = Stream.of(args, more).flatMap(Arrays::stream).toArray(String[]::new);
        return CommandRun.of(all);
    }

    @Test
    void anAcceptedCommandSaysWhatHasHappened() {
        app.answers(202, TAKEN).answers(404, PENDING).answers(200, """
                        {"accepted": true, "events": ["e2"]}""").answers(200, """
                        {"events": [{"event_id": "e1", "day": "2017-10-01", "sentence": "It was drafted."},
                                    {"event_id": "e2", "day": "2017-10-01", "sentence": "It was proposed."}]}""");

        CommandRun run = propose("--as", "manager:m1");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("It was proposed.").doesNotContain("drafted");
        assertThat(app.requests())
                .containsExactly(
                        "/api/v1/commands",
                        "/api/v1/commands/c1?rep=r1",
                        "/api/v1/commands/c1?rep=r1",
                        "/api/v1/plans/r1/p1");
    }

    @Test
    void aRejectedOneSaysWhyAndWhatWouldBeRight() {
        app.answers(202, TAKEN).answers(200, """
                {"accepted": false, "rule": "wrong-role", "detail": "a rep can't", "instead": "a manager", "events": []}""");

        CommandRun run = propose("--as", "rep:r1");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("rejected (wrong-role): a rep can't; right would be: a manager");
    }

    @Test
    void oneThatIsNotHandledInTimeIsNoFailureOfTheCommandLine() {
        app.answers(202, TAKEN).answers(404, PENDING);

        CommandRun run = propose("--as", "manager:m1", "--wait", "1");
        CommandRun noWait = propose("--as", "manager");

        assertThat(run.exitCode()).isEqualTo(69);
        assertThat(run.err()).contains("sent as c1, but not handled within 1 s");
        assertThat(noWait.exitCode()).isEqualTo(2);
        assertThat(noWait.err()).contains("--as must be a role and an id, as manager:m1, not 'manager'");
    }

    @Test
    void plansAreListedWithTheirGoals() {
        app.answers(200, """
                {"currency": "USD", "plans": [
                  {"rep": "r1", "rep_name": "Ann", "plan": "p1", "status": "active", "deadline": "2017-12-31",
                   "days_left": 60, "pace": "at-risk", "actions": 2, "actions_done": 1, "next_check_in": null,
                   "goals": [{"kpi": "revenue", "timeframe": "30d", "unit": "money", "baseline": 4000000,
                              "current": 4510050, "target": 6000000, "fraction": 0.25, "expected_fraction": 0.5,
                              "pace": "at-risk"}]}]}""");

        CommandRun run = CommandRun.of("query", "plans", "--url", app.url());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .containsPattern("Ann \\(r1\\) +p1 +active +2017-12-31 +60 +at-risk +1/2")
                .contains("revenue 30d: 45,10")
                .contains("of 60,000 (from 40,000), 25% of the way, 50% expected: at-risk");
    }
}
