package io.upswing.app.views.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upswing.app.views.Instance;
import io.upswing.app.views.InstanceCases;
import io.upswing.app.views.LocalInstance;
import io.upswing.app.views.UnavailableException;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Issues, plans and commands between two instances. */
class RemoteCasesTest {
    private static final Optional<String> ANYBODY = Optional.empty();
    private static final Optional<String> ODD = Optional.of(StagedCases.ODD);

    private final StagedCases staged = new StagedCases();
    private final Server server = staged.server();
    private final InstanceCases local = staged.stages.instance().cases();
    private final InstanceCases remote =
            new RemoteInstances().at("127.0.0.1", server.port()).cases();

    @BeforeEach
    void aPlanForOneAndAWordAboutAnother() {
        post("c/1 %", """
                {"type": "plan-draft", "plan": "p.1_a", "terms": {"deadline": "2017-08-31", "check_in_every": 7,
                  "goals": [{"id": "g", "kpi": "revenue", "timeframe": {"window": "30d"}, "target": {"share": "0.5"}}],
                  "actions": []}}""");
        post("c2", "{\"type\": \"issue-acknowledge\", \"rule\": \"revenue-floor\"}");
        post("c3", "{\"type\": \"plan-propose\", \"plan\": \"none\"}");
    }

    private void post(String id, String command) {
        HttpResponse<String> sent =
                server.post("/api/v1/commands", "application/json", """
                {"id": "%s", "rep": "%s", "author": {"id": "m1", "role": "manager"}, "command": %s}""".formatted(id, StagedCases.ODD, command));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void anotherInstanceSaysWhatItWouldSayItself() {
        assertThat(remote.issues(ANYBODY)).hasSize(2).isEqualTo(local.issues(ANYBODY));
        assertThat(remote.issues(ODD)).hasSize(1).isEqualTo(local.issues(ODD));
        assertThat(remote.issue(StagedCases.ODD, StagedCases.RULE))
                .isPresent()
                .isEqualTo(local.issue(StagedCases.ODD, StagedCases.RULE));
        assertThat(remote.plans(ANYBODY)).hasSize(2).isEqualTo(local.plans(ANYBODY));
        assertThat(remote.plans(ODD)).hasSize(1).isEqualTo(local.plans(ODD));
        assertThat(remote.plan(StagedCases.ODD, "p.1_a")).isPresent().isEqualTo(local.plan(StagedCases.ODD, "p.1_a"));
        for (String command : new String[] {"c/1 %", "c2", "c3"}) {
            assertThat(remote.outcome(StagedCases.ODD, command))
                    .isPresent()
                    .isEqualTo(local.outcome(StagedCases.ODD, command));
        }
    }

    @Test
    void whatItDoesNotKnowIsEmpty() {
        assertThat(remote.issue(StagedCases.ODD, "none")).isEmpty();
        assertThat(remote.issue("nobody", StagedCases.RULE)).isEmpty();
        assertThat(remote.plan(StagedCases.ODD, "none")).isEmpty();
        assertThat(remote.outcome(StagedCases.ODD, "c4")).isEmpty();
        assertThat(remote.plans(Optional.of("nobody")).values()).allMatch(rows -> rows.isEmpty());
    }

    @Test
    void anyInstanceAnswersForAll() {
        Instance here =
                new LocalInstance("here", staged.stages.only(task -> task.partition() == 0), staged.stages.settings());
        Instance there =
                new LocalInstance("there", staged.stages.only(task -> task.partition() == 1), staged.stages.settings());
        try (Server other = staged.server(there, there)) {
            Instance away = new RemoteInstances().at("127.0.0.1", other.port());
            try (Server asked = staged.server(here, here, away)) {
                for (String path : new String[] {
                    "/api/v1/issues?status=all",
                    "/api/v1/issues/r1/revenue-floor",
                    "/api/v1/issues/a%2Fb%20c%25+%C3%A4/revenue-floor",
                    "/api/v1/plans?status=all",
                    "/api/v1/plans/a%2Fb%20c%25+%C3%A4/p.1_a",
                    "/api/v1/commands/c2?rep=a%2Fb%20c%25%2B%C3%A4"
                }) {
                    assertThat(asked.get(path).statusCode()).as(path).isEqualTo(200);
                    assertThat(asked.get(path).body())
                            .as(path)
                            .isEqualTo(server.get(path).body());
                }
            }
        }
    }

    @Test
    void halfAnAnswerIsNone() {
        Instance here =
                new LocalInstance("here", staged.stages.only(task -> task.partition() == 0), staged.stages.settings());
        try (Server alone = staged.server(here, here)) {
            assertThat(alone.get("/api/v1/issues").statusCode()).isEqualTo(503);
            assertThat(alone.get("/api/v1/plans").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void anInstanceThatIsAwayIsUnavailable() {
        server.close();

        assertThatThrownBy(() -> remote.plans(ANYBODY))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("does not answer");
    }
}
