package io.upswing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

    private static final String STANDING = """
            {"plan": "p1", "terms": {"answers": "no-activity", "deadline": "2017-12-31", "check_in_every": 7,
              "goals": [
                {"id": "g1", "kpi": "revenue", "timeframe": {"window": "30d"}, "target": {"share": "0.2"}, "path": []},
                {"id": "g2", "kpi": "deals_won", "timeframe": {"window": "30d"}, "target": {"value": "9"}, "path": []}],
              "actions": [{"id": "a", "kind": "coaching", "owner": "m1", "due": "2017-10-15", "note": null}]}}""";
    private static final String IN_USD = """
            {"unit": "money", "currency": "USD"}""";

    private CommandRun edit(String... more) {
        String[] args = {"plans", "edit", "r1", "p1", "--as", "manager:m1", "--no-wait", "--url", app.url()};
        return CommandRun.of(Stream.of(args, more).flatMap(Arrays::stream).toArray(String[]::new));
    }

    private JsonNode sentTerms() throws Exception {
        return new ObjectMapper()
                .readTree(app.bodies().getLast())
                .path("command")
                .path("terms");
    }

    private static ObjectNode standing() throws Exception {
        return new ObjectMapper().readTree(STANDING).withObject("/terms");
    }

    @Test
    void anEditSendsTheTermsAsTheyStandWithWhatIsGivenChanged() throws Exception {
        app.answers(200, STANDING).answers(202, TAKEN);

        CommandRun run = edit("--deadline", "2018-01-31");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(app.requests()).containsExactly("/api/v1/plans/r1/p1", "/api/v1/commands");
        assertThat(sentTerms()).isEqualTo(standing().put("deadline", "2018-01-31"));
    }

    @Test
    void editedMilestonesAreThoseOfTheGoalTheyName() throws Exception {
        app.answers(200, STANDING).answers(200, IN_USD).answers(202, TAKEN);

        CommandRun run = edit("--milestone", "g1:2017-11-01:500.5", "--check-in-every", "0");

        assertThat(run.exitCode()).as(run.err()).isZero();
        ObjectNode expected = standing().put("check_in_every", 0);
        ((ObjectNode) expected.path("goals").path(0))
                .putArray("path")
                .addObject()
                .put("day", "2017-11-01")
                .put("value", "50050");
        assertThat(sentTerms()).isEqualTo(expected);
    }

    @Test
    void editedGoalsAndActionsTakeThePlaceOfAllThereAre() throws Exception {
        app.answers(200, STANDING).answers(202, TAKEN);

        CommandRun run =
                edit("--goal", "revenue:90d:+10%", "--action", "training:rep:2017-11-01", "--answers", "floor");

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode terms = sentTerms();
        assertThat(terms.path("goals").findValuesAsText("id")).containsExactly("revenue");
        assertThat(terms.path("actions").findValuesAsText("owner")).containsExactly("r1");
        assertThat(terms.path("answers").asText()).isEqualTo("floor");
        assertThat(terms.path("deadline").asText()).isEqualTo("2017-12-31");
    }

    @Test
    void anEditOfAGoalThatIsNotThereSendsNothing() {
        app.answers(200, STANDING);

        CommandRun run = edit("--milestone", "revenue:2017-11-01:500");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--milestone names the goal 'revenue': the goals are g1, g2");
        assertThat(app.bodies()).isEmpty();
    }

    @Test
    void anEditOfAPlanThatIsNotThereSendsNothing() {
        app.answers(404, """
                {"status": 404, "code": "unknown-plan", "detail": "the rep 'r1' has no plan 'p1'"}""");

        CommandRun run = edit("--deadline", "2018-01-31");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("the rep 'r1' has no plan 'p1'");
        assertThat(app.bodies()).isEmpty();
    }

    @Test
    void aDraftNeedsGoalsAndADeadline() {
        String[] draft = {"plans", "draft", "r1", "p1", "--as", "manager:m1", "--url", app.url()};
        String[] withGoal = Stream.concat(Arrays.stream(draft), Stream.of("--goal", "revenue:30d:+20%"))
                .toArray(String[]::new);

        assertThat(CommandRun.of(draft).err()).contains("--goal is missing");
        assertThat(CommandRun.of(withGoal).err()).contains("--deadline is missing");
        assertThat(CommandRun.of(withGoal).exitCode()).isEqualTo(2);
        assertThat(app.requests()).isEmpty();
    }
}
