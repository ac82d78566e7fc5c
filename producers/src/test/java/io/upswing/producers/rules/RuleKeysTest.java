package io.upswing.producers.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.issues.Rule;
import io.upswing.schemas.RuleEvent;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RuleKeysTest {
    private static final String FLOOR = """
            rules:
              - id: a-rule
                title: A
                because: b
                severity: notice
                floor: {kpi: revenue, window: 30d, limit: 20000, clear: 22000.50}
                applies-to: {teams: [T-2, T-1]}
            """;

    private final RuleKeys keys = new RuleKeys(Units.USUAL);

    @Test
    void aRuleIsSaidByTheKeysAndInTheUnitsOfFiles() {
        RuleEvent rule = event(FLOOR);

        assertThat(RuleKeys.form(rule)).isEqualTo("floor");
        assertThat(keys.limits(rule))
                .isEqualTo("kpi revenue, window 30d, limit 20000, clear 22000.5, minimum-sample 1");
        assertThat(keys.all(rule))
                .containsEntry("for", "7")
                .containsEntry("escalate-after", "(none)")
                .containsEntry("floor.limit", "20000")
                .containsEntry("applies-to.teams", "T-1, T-2")
                .containsEntry("applies-to.regions", "(all)");
    }

    @Test
    void whatDiffersIsNamedWithBothValues() {
        RuleEvent before = event(FLOOR);
        RuleEvent after = event(FLOOR.replace("20000", "21000").replace("severity: notice", "severity: serious"));

        assertThat(keys.differences(before, after))
                .containsExactly("severity: notice → serious", "floor.limit: 20000 → 21000");
        assertThat(keys.differences(before, before)).isEmpty();
    }

    @Test
    void anotherFormIsOtherKeys() {
        RuleEvent before = event(FLOOR);
        RuleEvent after = event(FLOOR.replaceAll("floor: .*", "no-activity: {working-days: 5}"));

        assertThat(keys.differences(before, after))
                .contains("floor.kpi: revenue → (none)", "no-activity.working-days: (none) → 5");
    }

    @Test
    void everyFormHasItsKeys() {
        RuleFiles.Result defaults = new RuleFiles(Units.USUAL, new CelConditions()).defaults();

        assertThat(defaults.rules())
                .extracting(rule -> keys.limits(event(rule.rule())))
                .containsExactly(
                        "period month, share 0.9, raise 0.95, clear 0.8, minimum-sample 10",
                        "period quarter, share 0.9, raise 0.95, clear 0.8, minimum-sample 10",
                        "period month, limit 2, clear 2.5, not-in-last-days 14",
                        "working-days 5",
                        "count 5, share 0.3, clear 0.2",
                        "kpi revenue, window 30d, by 0.2, clear 0.1, minimum-sample 10");
    }

    private static RuleEvent event(String yaml) {
        return event(new RuleFiles(Units.USUAL, new CelConditions())
                .read("team.yaml", yaml.getBytes(UTF_8))
                .rules()
                .getFirst()
                .rule());
    }

    private static RuleEvent event(Rule rule) {
        return RuleEvents.encode(rule, Instant.EPOCH);
    }
}
