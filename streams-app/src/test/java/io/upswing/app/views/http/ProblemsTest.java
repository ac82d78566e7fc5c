package io.upswing.app.views.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.upswing.app.views.DayOutOfReachException;
import io.upswing.app.views.Health;
import io.upswing.app.views.InMemoryStages;
import io.upswing.app.views.KpiQueries;
import io.upswing.app.views.UnavailableException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest {
    private final InMemoryStages stages = new InMemoryStages(1, 1);

    private Server serving(KpiQueries queries) {
        return Server.of(queries, stages.instance(), subject -> Optional.empty(), stages.settings());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/kpis/reps                             | 404 | unknown-level     | rep, team, region, company",
                "/api/v1/kpis/rep?window=31d                   | 400 | unknown-window    | 7d, 30d, 90d, 365d, mtd, qtd",
                "/api/v1/kpis/rep?windows=30d                  | 400 | unknown-parameter | window, day",
                "/api/v1/kpis/rep?day=2017-01-01&day=2017-01-02| 400 | repeated-parameter| only once",
                "/api/v1/kpis/rep?day=31.12.2017               | 400 | bad-date          | 2017-12-31",
                "/api/v1/kpis/rep?day=2017-02-30               | 400 | bad-date          | 2017-12-31",
                "/api/v1/kpis/rep/nobody                       | 404 | unknown-subject   | /api/v1/kpis/rep",
                "/api/v1/kpis/company/other                    | 404 | unknown-subject   | 'company'",
                "/api/v1/kpis/rep/x/trend                      | 400 | missing-parameter | revenue",
                "/api/v1/kpis/rep/x/trend?kpi=revenu           | 400 | unknown-kpi       | revenue",
                "/api/v1/kpis/rep/x/trend?kpi=revenue&window=2d| 400 | unknown-window    | 1d, 7d",
                "/api/v1/kpis/rep/x/trend?kpi=revenue          | 404 | unknown-subject   | /api/v1/kpis/rep",
                "/api/v1/days?day=2017-01-01                   | 400 | unknown-parameter | give none",
                "/api/v1/export?from=x                         | 400 | bad-date          | from is 'x'",
                "/api/v2/kpis                                  | 404 | no-such-path      | docs/api.md",
            })
    void whatIsWrongIsSaidWithWhatWouldBeRight(String path, int status, String code, String hint) {
        try (Server server = serving(new StubQueries())) {
            HttpResponse<String> response = server.get(path.strip());

            assertThat(response.statusCode()).isEqualTo(status);
            assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
            JsonNode problem = Server.json(response);
            assertThat(problem.path("status").asInt()).isEqualTo(status);
            assertThat(problem.path("title").asText()).isNotBlank();
            assertThat(problem.path("code").asText()).isEqualTo(code);
            assertThat(problem.path("detail").asText()).contains(hint);
        }
    }

    @Test
    void theApiIsForReading() {
        try (Server server = serving(new StubQueries())) {
            HttpResponse<String> response = server.send("POST", "/api/v1/kpis/rep");

            assertThat(response.statusCode()).isEqualTo(405);
            assertThat(Server.json(response).path("detail").asText()).contains("use GET, not POST");
        }
    }

    @Test
    void whileStoresMoveTheClientIsToldToAskAgain() {
        KpiQueries moving = StubQueries.listing(level -> {
            throw new UnavailableException("rep/3 moves");
        });
        try (Server server = serving(moving)) {
            HttpResponse<String> response = server.get("/api/v1/kpis/rep");

            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).contains("1");
            assertThat(Server.json(response).path("detail").asText()).isEqualTo("rep/3 moves");
        }
    }

    @Test
    void aDayOutOfReachIsTheClientsMistake() {
        KpiQueries refusing = StubQueries.listing(level -> {
            throw new DayOutOfReachException("the first day is 2015-04-02");
        });
        try (Server server = serving(refusing)) {
            HttpResponse<String> response = server.get("/api/v1/kpis/rep?day=2001-01-01");

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(Server.json(response).path("code").asText()).isEqualTo("day-out-of-reach");
        }
    }

    @Test
    void aFailureOfOursIsNotShownToTheWorld() {
        KpiQueries failing = StubQueries.listing(level -> {
            throw new IllegalStateException("secret");
        });
        try (Server server = serving(failing)) {
            HttpResponse<String> response = server.get("/api/v1/kpis/rep");

            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body()).doesNotContain("secret");
        }
    }

    @Test
    void beforeThereIsAnythingToServeTheServerLivesButIsNotReady() {
        try (Server server = Server.starting()) {
            assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
            assertThat(server.get("/health/ready").statusCode()).isEqualTo(503);
            assertThat(server.get("/api/v1/days").statusCode()).isEqualTo(503);
            assertThat(server.get("/metrics").body()).isEqualTo("up 1\n");

            server.serve(new Views(
                    new StubQueries(),
                    stages.instance(),
                    subject -> Optional.empty(),
                    Server.HEALTHY,
                    stages.settings(),
                    Server.NO_CASES));

            assertThat(server.get("/health/ready").body()).isEqualTo("{\"status\":\"ready\"}");
            assertThat(server.get("/api/v1/days").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void notBeingReadyIsExplained() {
        Health ill = new Health() {
            @Override
            public boolean isAlive() {
                return false;
            }

            @Override
            public List<String> obstacles() {
                return List.of("Kafka Streams is ERROR, not RUNNING", "rep/1 is gone");
            }
        };
        try (Server server = Server.starting()) {
            server.serve(new Views(
                    new StubQueries(),
                    stages.instance(),
                    subject -> Optional.empty(),
                    ill,
                    stages.settings(),
                    Server.NO_CASES));

            HttpResponse<String> ready = server.get("/health/ready");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(Server.json(ready).path("detail").asText())
                    .isEqualTo("Kafka Streams is ERROR, not RUNNING; rep/1 is gone");
            assertThat(server.get("/health/live").statusCode()).isEqualTo(503);
        }
    }
}
