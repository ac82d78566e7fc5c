package io.upswing.app.views.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.upswing.app.views.Facts;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API says of issues and plans, over stages that raise and carry them. */
class CaseRoutesTest {
    private static final String MANAGER = """
            "author": {"id": "m1", "role": "manager"}""";
    private static final String TERMS = """
            {"answers": "revenue-floor", "deadline": "2017-08-31", "check_in_every": 7,
             "goals": [{"id": "g", "kpi": "revenue", "timeframe": {"window": "30d"}, "target": {"value": "2000000"}}],
             "actions": [{"id": "a", "kind": "coaching", "owner": "m1", "due": "2017-06-15"}]}""";

    private final StagedCases cases = new StagedCases();
    private final Server server = cases.server();

    @AfterEach
    void close() {
        server.close();
    }

    private JsonNode get(String path) {
        HttpResponse<String> response = server.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Server.json(response);
    }

    /** Sends a command, which must be accepted. */
    private void say(String id, String rep, String type, String more) {
        HttpResponse<String> sent =
                server.post("/api/v1/commands", "application/json", """
                {"id": "%s", "rep": "%s", %s, "command": {"type": "%s", %s}}""".formatted(id, rep, MANAGER, type, more));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
        JsonNode result = get(Server.json(sent).path("result").asText());
        assertThat(result.path("accepted").asBoolean()).as(result.toString()).isTrue();
    }

    private void draft(String rep, String plan) {
        say("draft-" + plan, rep, "plan-draft", "\"plan\": \"" + plan + "\", \"terms\": " + TERMS);
    }

    @Test
    void openIssuesAreListedWithTheirEvidenceAndWhoseTheyAre() {
        JsonNode answer = get("/api/v1/issues");

        assertThat(answer.path("currency").asText()).isEqualTo("EUR");
        assertThat(answer.path("issues").findValuesAsText("rep_name")).contains("Ann, the first");
        assertThat(reps(answer, "issues")).containsExactly(StagedCases.ODD, "r1");
        JsonNode ofAnn = answer.path("issues").path(1);
        assertThat(ofAnn.path("rule").asText()).isEqualTo(StagedCases.RULE);
        assertThat(ofAnn.path("team").path("id").asText()).isEqualTo("t1");
        assertThat(ofAnn.path("issue").path("status").asText()).isEqualTo("raised");
        assertThat(ofAnn.path("issue").path("raised_on").asText()).isEqualTo("2017-05-31");
        assertThat(ofAnn.path("latest").path("value").asLong()).isEqualTo(10_50);
        assertThat(ofAnn.path("latest").path("threshold").asLong()).isEqualTo(1_000_00);
        assertThat(ofAnn.path("latest").path("sample").asLong()).isEqualTo(1);
    }

    @Test
    void allThatWasEvaluatedIsListedWithItsPhase() {
        JsonNode all = get("/api/v1/issues?status=all");

        assertThat(reps(all, "issues")).containsExactly(StagedCases.ODD, "idle", "r1", "rich");
        assertThat(all.path("issues").findValuesAsText("phase"))
                .containsExactly("open", "not-enough-data", "open", "quiet");
        assertThat(all.path("issues").path(1).path("issue").isNull()).isTrue();
        assertThat(all.path("issues").path(1).path("detail").asText()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "rep=r1, r1",
        "rep=rich, ''",
        "rep=rich&status=all, rich",
        "rep=nobody&status=all, ''",
        "team=t1, r1",
        "team=t%202, a/b c%+ä",
        "team=t1&status=all, idle r1 rich",
        "team=none&status=all, ''"
    })
    void issuesAreListedByRepTeamAndStatus(String query, String expected) {
        assertThat(reps(get("/api/v1/issues?" + query), "issues"))
                .isEqualTo(expected.isEmpty() ? List.of() : split(expected));
    }

    private static List<String> split(String reps) {
        return reps.startsWith("a/b") ? List.of(reps) : List.of(reps.split(" "));
    }

    private static List<String> reps(JsonNode answer, String name) {
        return answer.path(name).findValuesAsText("rep");
    }

    @Test
    void oneIssueIsShownWithItsHistoryAndItsNotes() {
        say("c1", "r1", "issue-acknowledge", "\"rule\": \"revenue-floor\"");
        server.post("/api/v1/commands", "application/json", """
                {"id": "c2", "rep": "r1", "author": {"id": "r1", "role": "rep"}, "text": "One is missing.",
                 "command": {"type": "issue-dispute", "rule": "revenue-floor", "deals": ["D7"]}}""");

        JsonNode issue = get("/api/v1/issues/r1/revenue-floor");

        assertThat(issue.path("rep_name").asText()).isEqualTo("Ann, the first");
        assertThat(issue.path("issue").path("status").asText()).isEqualTo("acknowledged");
        JsonNode events = issue.path("events");
        assertThat(events.findValuesAsText("type")).containsExactly("raised", "acknowledged", "disputed");
        assertThat(events.path(1).path("author").path("id").asText()).isEqualTo("m1");
        assertThat(events.path(1).has("note_text")).isFalse();
        assertThat(events.path(2).path("note_text").asText()).isEqualTo("One is missing.");
        cases.notes.clear();
        JsonNode erased = get("/api/v1/issues/r1/revenue-floor").path("events").path(2);
        assertThat(erased.path("note_text").isNull()).isTrue();
        assertThat(get("/api/v1/issues/a%2Fb%20c%25+%C3%A4/revenue-floor")
                        .path("rep")
                        .asText())
                .isEqualTo(StagedCases.ODD);
    }

    @Test
    void plansAreListedByStatusWithTheirProgress() {
        draft("r1", "p1");
        draft("r1", "p2");
        draft("rich", "p3");
        say("c-cancel", "r1", "plan-cancel", "\"plan\": \"p2\"");

        assertThat(plans("")).containsExactly("p1", "p3");
        assertThat(plans("?status=all")).containsExactly("p1", "p2", "p3");
        assertThat(plans("?status=cancelled")).containsExactly("p2");
        assertThat(plans("?status=active")).isEmpty();
        assertThat(plans("?rep=rich")).containsExactly("p3");
        assertThat(plans("?team=t1")).containsExactly("p1", "p3");
        assertThat(plans("?team=t2")).isEmpty();
        JsonNode plan = get("/api/v1/plans").path("plans").path(0);
        assertThat(plan.path("open_day").asText()).isEqualTo("2017-06-01");
        assertThat(plan.path("days_left").asInt()).isEqualTo(91);
        assertThat(plan.path("actions").asInt()).isEqualTo(1);
        JsonNode goal = plan.path("goals").path(0);
        assertThat(goal.path("unit").asText()).isEqualTo("money");
        assertThat(goal.path("baseline").asLong()).isEqualTo(10_50);
        assertThat(goal.path("target").asLong()).isEqualTo(20_000_00);
    }

    private List<String> plans(String query) {
        return get("/api/v1/plans" + query).path("plans").findValuesAsText("plan");
    }

    @Test
    void aPlansProgressMovesWithTheFactOfTheOpenDay() {
        draft("r1", "p1");
        long before = current(get("/api/v1/plans/r1/p1"));

        cases.stages.fact("r1", "2017-06-01", Facts.won(7_25, 3));

        assertThat(before).isEqualTo(10_50);
        assertThat(current(get("/api/v1/plans/r1/p1"))).isEqualTo(10_50 + 7_25);
    }

    private static long current(JsonNode plan) {
        return plan.path("goals").path(0).path("current").asLong();
    }

    @Test
    void onePlanIsShownWithItsHistory() {
        draft("r1", "p1");
        say("c-propose", "r1", "plan-propose", "\"plan\": \"p1\"");

        JsonNode plan = get("/api/v1/plans/r1/p1");

        assertThat(plan.path("status").asText()).isEqualTo("proposed");
        assertThat(plan.path("answers").asText()).isEqualTo("revenue-floor");
        assertThat(plan.path("terms").path("check_in_every").asInt()).isEqualTo(7);
        assertThat(plan.path("events").findValuesAsText("type")).containsExactly("drafted", "proposed");
        assertThat(plan.path("events").findValuesAsText("command")).containsExactly("draft-p1", "c-propose");
    }

    @Test
    void theTermsOfAPlanAreThoseThatStandAndAsAnEditTakesThem() {
        draft("r1", "p1");
        String action = "{\"id\": \"b\", \"kind\": \"training\", \"owner\": \"r1\", \"due\": \"2017-07-01\"}";
        say("c-add", "r1", "plan-add-action", "\"plan\": \"p1\", \"action\": " + action);
        JsonNode terms = get("/api/v1/plans/r1/p1").path("terms");

        say("c-edit", "r1", "plan-edit", "\"plan\": \"p1\", \"terms\": " + terms);

        assertThat(terms.path("actions").findValuesAsText("id")).containsExactly("a", "b");
        assertThat(get("/api/v1/plans/r1/p1").path("terms")).isEqualTo(terms);
    }

    @Test
    void theExportsHaveAllThatEverHappenedAsLinesOfJson() throws Exception {
        draft("r1", "p1");
        say("c-cancel", "r1", "plan-cancel", "\"plan\": \"p1\"");

        HttpResponse<String> issues = server.get("/api/v1/export/issues");
        HttpResponse<String> plans = server.get("/api/v1/export/plans");

        assertThat(issues.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).contains("jsonl"));
        assertThat(values(issues, "rep")).containsExactlyInAnyOrder(StagedCases.ODD, "r1");
        assertThat(values(issues, "type")).containsOnly("raised");
        assertThat(values(plans, "type")).containsExactly("drafted", "cancelled");
        assertThat(issues.body() + plans.body()).doesNotContain("Ann, the first");
    }

    private static List<String> values(HttpResponse<String> lines, String field) throws Exception {
        List<String> values = new ArrayList<>();
        for (String line : lines.body().lines().toList()) {
            values.add(new ObjectMapper().readTree(line).path(field).asText());
        }
        return values;
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/issues/r1/none, 404, unknown-issue, issues?status=all",
        "/api/v1/issues/nobody/revenue-floor, 404, unknown-issue, nobody",
        "/api/v1/plans/r1/none, 404, unknown-plan, plans?status=all",
        "/api/v1/plans/nobody/p1, 404, unknown-plan, nobody",
        "/api/v1/issues?status=raised, 400, unknown-status, 'open, all'",
        "/api/v1/plans?status=done, 400, unknown-status, completed",
        "/api/v1/issues?reps=r1, 400, unknown-parameter, rep",
        "/api/v1/plans?rep=r1&rep=r2, 400, repeated-parameter, rep",
        "/api/v1/issues/r1/revenue-floor?day=2017-05-01, 400, unknown-parameter, day",
        "/api/v1/plans/r1/p1?status=all, 400, unknown-parameter, status",
        "/api/v1/export/issues?rep=r1, 400, unknown-parameter, rep",
        "/api/v1/export/plans?from=2017-05-01, 400, unknown-parameter, from"
    })
    void whatIsNotThereOrCanNotBeAskedIsSaid(String path, int status, String code, String hint) {
        HttpResponse<String> response = server.get(path);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(Server.json(response).path("code").asText()).isEqualTo(code);
        assertThat(Server.json(response).path("detail").asText()).contains(hint);
    }
}
