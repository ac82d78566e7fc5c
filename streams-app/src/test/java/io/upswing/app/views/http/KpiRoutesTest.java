package io.upswing.app.views.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.upswing.app.views.Facts;
import io.upswing.app.views.InMemoryStages;
import io.upswing.app.views.KpiCsv;
import io.upswing.app.views.KpiQueries;
import io.upswing.app.views.Listing;
import io.upswing.app.views.Names;
import io.upswing.app.views.Subject;
import io.upswing.app.views.SubjectLevel;
import io.upswing.app.views.SubjectPanes;
import io.upswing.app.views.UnavailableException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KpiRoutesTest {
    private static final Names NAMES =
            subject -> subject.id().equals("r1") ? Optional.of("Ann, the first") : Optional.empty();

    private final InMemoryStages stages = new InMemoryStages(2, 2);
    private Server server = Server.starting();

    @BeforeEach
    void someDays() {
        stages.member("r1", "t1", "north", "2017-01-01")
                .fact("r1", "2017-05-30", Facts.created())
                .close("2017-05-30")
                .fact("r1", "2017-05-31", Facts.won(10_50, 200))
                .close("2017-05-31")
                .fact("r1", "2017-06-01", Facts.lost());
        serve(stages.queries());
    }

    private void serve(KpiQueries queries) {
        server.close();
        server = Server.of(queries, stages.instance(), NAMES, stages.settings());
    }

    @AfterEach
    void close() {
        server.close();
    }

    private JsonNode get(String path) {
        HttpResponse<String> response = server.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        return Server.json(response);
    }

    @Test
    void aRepHasItsUnitsAndAllWindows() {
        JsonNode rep = get("/api/v1/kpis/rep/r1");

        assertThat(rep.path("level").textValue()).isEqualTo("rep");
        assertThat(rep.path("id").textValue()).isEqualTo("r1");
        assertThat(rep.path("name").textValue()).isEqualTo("Ann, the first");
        assertThat(rep.path("team").toString()).isEqualTo("{\"id\":\"t1\",\"name\":null}");
        assertThat(rep.path("currency").textValue()).isEqualTo("EUR");
        assertThat(rep.path("day").textValue()).isEqualTo("2017-06-01");
        assertThat(rep.path("closed").booleanValue()).isFalse();
        assertThat(rep.path("windows")).hasSize(6);
        JsonNode week = rep.path("windows").get(0);
        assertThat(week.path("window").textValue()).isEqualTo("7d");
        assertThat(week.path("from").textValue()).isEqualTo("2017-05-26");
        assertThat(week.at("/kpis/revenue").toString()).isEqualTo("{\"value\":10.5,\"sample\":1}");
        assertThat(week.at("/kpis/win_rate").toString()).isEqualTo("{\"value\":0.5,\"sample\":2}");
        assertThat(week.at("/kpis/deals_won").toString()).isEqualTo("{\"value\":1,\"sample\":1}");
    }

    @Test
    void noDataIsNullAndNotZero() {
        JsonNode month = get("/api/v1/kpis/region/north?window=mtd").path("windows");

        assertThat(month).hasSize(1);
        assertThat(month.get(0).at("/kpis/avg_deal_size").toString()).isEqualTo("{\"value\":null,\"sample\":0}");
        assertThat(month.get(0).at("/kpis/revenue").toString()).isEqualTo("{\"value\":0,\"sample\":0}");
    }

    @Test
    void aLevelIsListedOnADay() {
        JsonNode teams = get("/api/v1/kpis/team?day=2017-05-30&window=30d");

        assertThat(teams.path("subjects")).hasSize(1);
        assertThat(teams.path("subjects").get(0).path("id").textValue()).isEqualTo("t1");
        assertThat(teams.path("subjects").get(0).path("closed").booleanValue()).isTrue();
        assertThat(teams.at("/subjects/0/windows/0/kpis/deals_created/value").intValue())
                .isEqualTo(1);
    }

    @Test
    void theCompanyHasAnIdOfItsOwn() {
        assertThat(get("/api/v1/kpis/company/company").path("id").textValue()).isEqualTo("company");
    }

    @Test
    void aTrendHasAValueForEachDay() {
        JsonNode trend = get("/api/v1/kpis/rep/r1/trend?kpi=revenue&from=2017-05-30&to=2017-06-01");

        assertThat(trend.path("window").textValue()).isEqualTo("1d");
        assertThat(trend.path("unit").textValue()).isEqualTo("money");
        assertThat(trend.path("open_day").textValue()).isEqualTo("2017-06-01");
        assertThat(trend.path("points").toString())
                .isEqualTo("[{\"day\":\"2017-05-30\",\"value\":0,\"sample\":0},"
                        + "{\"day\":\"2017-05-31\",\"value\":10.5,\"sample\":1},"
                        + "{\"day\":\"2017-06-01\",\"value\":0,\"sample\":0}]");
    }

    @Test
    void aTrendCanRollAndEndsOnTheOpenDayUnlessAskedForOtherwise() {
        JsonNode trend = get("/api/v1/kpis/company/company/trend?kpi=deals_won&window=30d");

        assertThat(trend.path("points")).hasSize(30);
        assertThat(trend.at("/points/29/day").textValue()).isEqualTo("2017-06-01");
        assertThat(trend.at("/points/29/value").intValue()).isEqualTo(1);
        assertThat(trend.at("/points/0/value").intValue()).isZero();
    }

    @Test
    void aTrendBackwardsIsRefused() {
        assertThat(server.get("/api/v1/kpis/rep/r1/trend?kpi=revenue&from=2017-06-01&to=2017-05-30")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void daysShowHowFarTasksAre() {
        JsonNode days = get("/api/v1/days");

        assertThat(days.path("missing")).isEmpty();
        assertThat(days.path("tasks")).hasSize(5);
        assertThat(days.at("/tasks/0").toString())
                .isEqualTo("{\"stage\":\"entity\",\"partition\":0,\"open_day\":null,\"evaluated_day\":null,"
                        + "\"holding\":[],\"waiting_records\":3}");
        assertThat(days.at("/tasks/1/open_day").textValue()).isEqualTo("2017-06-01");
        assertThat(days.at("/tasks/1/evaluated_day").textValue()).isEqualTo("2017-05-31");
        assertThat(days.at("/tasks/1/holding")).extracting(JsonNode::textValue).contains("facts/0");
    }

    @Test
    void theExportIsCsvWithNames() {
        HttpResponse<String> response = server.get("/api/v1/export?from=2017-05-31");

        assertThat(response.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
        assertThat(response.body()).startsWith(KpiCsv.HEADER);
        assertThat(response.body().lines()).hasSize(1 + 4 * 6);
        assertThat(response.body())
                .contains("\nrep,r1,\"Ann, the first\",2017-05-31,7d,1,1,0,10.5,1,10.5,200,200.5,0\n");
    }

    @Test
    void anExportThatFailsInTheMiddleDoesNotLookWhole() {
        for (int i = 0; i < 100; i++) {
            stages.fact("x" + i, "2017-05-31", Facts.created());
        }
        stages.close("2017-07-31");
        KpiQueries all = stages.queries();
        serve(new StubQueries() {
            @Override
            public Listing all(SubjectLevel level, OptionalInt day) {
                return all.all(level, day);
            }

            @Override
            public Optional<SubjectPanes> panes(Subject subject) {
                if (subject.id().equals("x7")) {
                    throw new UnavailableException("it moves");
                }
                return all.panes(subject);
            }
        });

        assertThatThrownBy(() -> server.get("/api/v1/export")).isInstanceOf(UncheckedIOException.class);
        HttpResponse<String> failed = server.get("/api/v1/export?from=2017-07-31");
        assertThat(failed.statusCode()).isEqualTo(503);
        assertThat(failed.headers().firstValue("Content-Disposition")).isEmpty();
        assertThat(Server.json(failed).path("detail").asText()).isEqualTo("it moves");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a/b", "a b", "ä/ö?&=#", "100%", "a+b", "a%2Fb", ".", "..", "../trend", "trend", "{id}", "\"'"})
    void anIdMayHoldAnyCharacter(String id) {
        stages.fact(id, "2017-06-01", Facts.created());
        String path = "/api/v1/kpis/rep/"
                + URLEncoder.encode(id, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace(".", "%2E");

        assertThat(get(path).path("id").textValue()).isEqualTo(id);
        assertThat(get(path + "/trend?kpi=deals_created").at("/points/29/value").intValue())
                .isEqualTo(1);
    }
}
