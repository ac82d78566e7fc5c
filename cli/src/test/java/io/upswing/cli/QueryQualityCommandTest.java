package io.upswing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueryQualityCommandTest {
    private final AppStub app = new AppStub();

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void eachCountIsShownUnderItsSource() {
        app.answers(200, """
                {"counts": [
                  {"source": "", "kind": "deal", "item": "all", "count": 3},
                  {"source": "crm", "kind": "activity", "item": "logged-late", "count": 12}]}
                """);

        CommandRun table = CommandRun.of("query", "quality", "--url", app.url());
        CommandRun json = CommandRun.of("query", "quality", "-o", "json", "--url", app.url());

        assertThat(table.exitCode()).isZero();
        assertThat(table.out())
                .containsPattern("\\(none said\\) +deal +all +3")
                .containsPattern("crm +activity +logged-late +12");
        assertThat(json.out()).contains("\"logged-late\"");
    }
}
