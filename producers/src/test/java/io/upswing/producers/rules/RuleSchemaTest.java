package io.upswing.producers.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.upswing.core.kpi.Kpi;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema that editors get, beside the reader: what one of them refuses the other does not take. */
class RuleSchemaTest {
    private static final ObjectMapper YAML = new YAMLMapper();
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(new String(RuleFiles.schema(), UTF_8));
    private static final RuleFiles FILES = new RuleFiles(Units.USUAL, new CelConditions());

    @Test
    void theDefaultsAreValid() throws IOException {
        assertThat(problems(new String(RuleFiles.defaultYaml(), UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "floor: {kpi: revenue, window: 30d, limit: 20000, clear: 22000.5, minimum-sample: 4}",
                "ceiling: {kpi: cycle_median_days, window: qtd, limit: 60}",
                "change: {kpi: revenue, window: 90d, by: 0.2}",
                "quota-pace: {period: quarter, share: 0.9, raise: 0.95, clear: 0.8}",
                "pipeline-coverage: {period: month, limit: 2}",
                "no-activity: {working-days: 5}, applies-to: {teams: [T-1], ramp-days: 30, condition: rep.id != ''}",
                "stale-deals: {count: 5, share: 0.3}, effective: 2026-03-01, enabled: false, for: 5, clear-for: 5",
            })
    void whatIsRightIsRightForBoth(String rest) throws IOException {
        assertThat(problems(rule(rest))).isEmpty();
        assertThat(FILES.read("team.yaml", rule(rest).getBytes(UTF_8)).problems())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for: 3",
                "no-activity: {working-days: 5}, stale-deals: {count: 5, share: 0.3}",
                "no-activity: {}",
                "no-activity: {working-days: 5, days: 3}",
                "no-activity: {working-days: 5}, severity: fatal",
                "no-activity: {working-days: 5}, for: 0",
                "no-activity: {working-days: 5}, escalate_after: 3",
                "no-activity: {working-days: 5}, effective: tomorrow",
                "no-activity: {working-days: 5}, applies-to: {teams: T-1}",
                "no-activity: {working-days: 5}, applies-to: {ramp-days: 9999}",
                "floor: {kpi: turnover, window: 30d, limit: 3}",
                "floor: {kpi: revenue, window: 30, limit: 3}",
                "floor: {kpi: revenue, window: 30d, limit: lots}",
                "change: {kpi: revenue, window: mtd, by: 0.2}",
                "quota-pace: {period: year, share: 0.9, raise: 0.95}",
                "stale-deals: {count: 5, share: 30}",
            })
    void whatIsWrongIsWrongForBoth(String rest) throws IOException {
        String yaml = rule(rest);

        assertThat(problems(yaml)).isNotEmpty();
        assertThat(FILES.read("team.yaml", yaml.getBytes(UTF_8)).problems()).isNotEmpty();
    }

    @Test
    void itKnowsAllKpis() throws IOException {
        List<String> known = new ArrayList<>();
        JsonNode kpi = new ObjectMapper().readTree(RuleFiles.schema()).at("/$defs/kpi/enum");
        kpi.forEach(id -> known.add(id.textValue()));

        assertThat(known)
                .containsExactlyElementsOf(
                        Arrays.stream(Kpi.values()).map(Kpi::id).toList());
    }

    private static Set<ValidationMessage> problems(String yaml) throws IOException {
        return SCHEMA.validate(YAML.readTree(yaml));
    }

    private static String rule(String rest) {
        String severity = rest.contains("severity") ? "" : "severity: notice, ";
        return "rules:\n  - {id: a-rule, title: A, because: b, " + severity + rest + "}\n";
    }
}
