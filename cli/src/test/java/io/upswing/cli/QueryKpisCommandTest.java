package io.upswing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueryKpisCommandTest {
    private static final String REPS = """
            {"level": "rep", "currency": "EUR", "subjects": [
              {"id": "rep-1", "name": "Søren \\"S\\" Holm", "team": {"id": "team-1", "name": "North"}, "region": null,
               "day": "2017-12-31", "closed": true, "windows": [
                {"window": "30d", "from": "2017-12-02", "to": "2017-12-31", "kpis": {
                  "deals_created": {"value": 7, "sample": 7}, "deals_won": {"value": 26, "sample": 26},
                  "deals_lost": {"value": 4, "sample": 4}, "revenue": {"value": 36454.50, "sample": 26},
                  "win_rate": {"value": 0.866667, "sample": 30}, "avg_deal_size": {"value": 1402.096154, "sample": 26},
                  "cycle_mean_days": {"value": 59.538462, "sample": 26},
                  "cycle_median_days": {"value": 60.5, "sample": 26}, "open_deals": {"value": 57, "sample": 57}}}]},
              {"id": "rep-2", "name": null, "team": null, "region": null,
               "day": "2017-12-31", "closed": true, "windows": [
                {"window": "30d", "from": "2017-12-02", "to": "2017-12-31", "kpis": {
                  "deals_created": {"value": 0, "sample": 0}, "deals_won": {"value": 0, "sample": 0},
                  "deals_lost": {"value": 0, "sample": 0}, "revenue": {"value": 0, "sample": 0},
                  "win_rate": {"value": null, "sample": 0}, "avg_deal_size": {"value": null, "sample": 0},
                  "cycle_mean_days": {"value": null, "sample": 0},
                  "cycle_median_days": {"value": null, "sample": 0}, "open_deals": {"value": 0, "sample": 0}}}]}]}
            """;

    private final AppStub app = new AppStub();

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void theTableShowsNamesAndADashWhereThereIsNoData() {
        app.answers(200, REPS);

        CommandRun run = CommandRun.of("query", "kpis", "--url", app.url());

        assertThat(run.exitCode()).isZero();
        List<String> lines = run.out().lines().toList();
        assertThat(lines.get(0)).startsWith("Name").contains("Revenue", "Win rate");
        assertThat(lines.get(2)).startsWith("Søren \"S\" Holm").contains("36,454", "87%", "60.5");
        assertThat(lines.get(3)).startsWith("rep-2").contains("–");
    }

    @Test
    void csvHasTheColumnsOfTheExportAndNumbersAsTheyCome() {
        app.answers(200, REPS);

        CommandRun run = CommandRun.of("query", "kpis", "-o", "csv", "--url", app.url());

        assertThat(run.out()).isEqualToNormalizingNewlines("""
                        level,key,name,day,window,deals_created,deals_won,deals_lost,revenue,win_rate,avg_deal_size,cycle_mean_days,cycle_median_days,open_deals
                        rep,rep-1,"Søren ""S"" Holm",2017-12-31,30d,7,26,4,36454.50,0.866667,1402.096154,59.538462,60.5,57
                        rep,rep-2,,2017-12-31,30d,0,0,0,0,,,,,0
                        """);
    }

    @Test
    void jsonIsTheApisOwn() {
        app.answers(200, REPS);

        CommandRun run = CommandRun.of("query", "kpis", "-o", "JSON", "--url", app.url());

        assertThat(run.out()).contains("\"value\" : 36454.50", "\"value\" : null", "\"currency\" : \"EUR\"");
    }

    @Test
    void whatIsAskedForIsInTheRequest() {
        app.answers(200, REPS);

        CommandRun.of(
                "query",
                "kpis",
                "--level",
                "team",
                "--id",
                "a/b c",
                "--window",
                "qtd",
                "--day",
                "2017-06-30",
                "--url",
                app.url());
        CommandRun.of("query", "kpis", "--window", "all", "--url", app.url());

        assertThat(app.requests())
                .containsExactly("/api/v1/kpis/team/a%2Fb%20c?day=2017-06-30&window=qtd", "/api/v1/kpis/rep");
    }

    @Test
    void aRefusalIsSaidInTheAppsWords() {
        app.answers(400, "{\"title\": \"Bad Request\", \"detail\": \"'31d' is no window here: use 7d, 30d\"}");

        CommandRun run = CommandRun.of("query", "kpis", "--window", "31d", "--url", app.url());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("'31d' is no window here: use 7d, 30d");
    }

    @Test
    void anAppThatIsStartingIsAskedAgain() {
        app.answers(503, "{\"detail\": \"the app is starting: try again\"}").answers(200, REPS);

        CommandRun run = CommandRun.of("query", "kpis", "--url", app.url());

        assertThat(run.exitCode()).isZero();
        assertThat(app.requests()).hasSize(2);
    }

    @Test
    void nobodyThereHasAnExitCodeOfItsOwn() {
        String url = app.url();
        app.close();

        CommandRun run = CommandRun.of("query", "kpis", "--url", url);

        assertThat(run.exitCode()).isEqualTo(69);
        assertThat(run.err()).contains(url, "--url").doesNotContain("Exception");
    }

    @Test
    void somethingElseAtThatAddressIsNotTakenForTheApp() {
        app.answers(200, "<html>");

        CommandRun run = CommandRun.of("query", "kpis", "--url", app.url());

        assertThat(run.exitCode()).isEqualTo(69);
        assertThat(run.err()).contains("does not answer as Upswing does");
    }
}
