package io.upswing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCheckCommandTest {
    private static final String RIGHT = """
            rules:
              - {id: silent, title: Silent, because: it is, severity: notice, no-activity: {working-days: 5}}
              - {id: fees, title: Fees, because: b, severity: notice, floor: {kpi: revenue, window: 30d, limit: 0.5}}
              - {id: rest, title: Rest, because: b, severity: notice, enabled: false, no-activity: {working-days: 9}}
            """;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void rightRulesAreSaidToBeRightWithoutABroker() throws IOException {
        CommandRun run = CommandRun.of("rules", "check", file(RIGHT));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).isEqualToIgnoringNewLines("All 3 rules are right; 1 not enabled.");
    }

    @Test
    void eachWrongRuleIsNamedWithItsPlace() throws IOException {
        String file = file(RIGHT.replace("working-days: 5", "working-days: 0").replace("revenue", "turnover"));

        CommandRun run = CommandRun.of("rules", "check", file);

        assertThat(run.exitCode()).isEqualTo(78);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains(
                        file + ":2: silent.no-activity.working-days is 0; right would be: a whole number from 1 to 60",
                        file + ":3: fees.floor.kpi is 'turnover'; right would be: a KPI's id",
                        "2 rules are wrong");
    }

    @Test
    void amountsAreThoseOfTheConfiguredCurrency() throws IOException {
        Map<String, String> environment = Map.of("UPSWING_CONFIG", configuration("JPY"));

        CommandRun run = CommandRun.with(environment, "rules", "check", file(RIGHT));

        assertThat(run.exitCode()).isEqualTo(78);
        assertThat(run.err()).contains("fees.floor.limit is 0.5", "at most 0 decimals");
    }

    @Test
    void theDefaultsArePrintedToBeginAFileWith() throws IOException {
        CommandRun defaults = CommandRun.of("rules", "check", "--defaults");

        CommandRun run = CommandRun.of("rules", "check", file(defaults.out()));

        assertThat(defaults.exitCode()).isZero();
        assertThat(run.out()).containsPattern("All [0-9]+ rules are right; 1 not enabled\\.");
    }

    @Test
    void theSchemaIsPrinted() {
        CommandRun run = CommandRun.of("rules", "check", "--schema");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("https://json-schema.org/draft/2020-12/schema");
    }

    @Test
    void filesOrTheDefaultsAreNeeded() throws IOException {
        assertThat(CommandRun.of("rules", "check").exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("rules", "check", "--defaults", file(RIGHT)).exitCode())
                .isEqualTo(2);
        assertThat(CommandRun.of("rules", "check", "missing.yaml").exitCode()).isEqualTo(74);
        assertThat(CommandRun.of("rules").err()).contains("'rules' needs a command");
    }

    private String file(String yaml) throws IOException {
        return Files.writeString(directory.resolve("team.yaml"), yaml).toString();
    }

    private String configuration(String currency) throws IOException {
        return Files.writeString(directory.resolve("upswing.properties"), """
                        kafka.bootstrap.servers=localhost:1
                        schema.registry.url=http://localhost:1
                        time-zone=UTC
                        reporting-currency=%s
                        working-week=mon,tue,wed,thu,fri
                        holidays=none
                        """.formatted(currency))
                .toString();
    }
}
