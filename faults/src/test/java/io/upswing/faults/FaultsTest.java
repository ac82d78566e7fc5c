package io.upswing.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.upswing.producers.simulator.SimulationResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultsTest {
    private static final long SEED = Long.getLong("upswing.faults.seed", 5);
    private static final List<Fault> KINDS = Fault.TOGETHER;

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void noKindOfFaultLeavesATraceInWhatOneInstanceOrTwoSay(@TempDir Path dir) throws Exception {
        Heard heard = new Heard();

        Faults faults = new Faults(new FaultSettings(SEED, KINDS.size(), KINDS, List.of(1, 2), dir), heard);
        List<FaultResult> results = faults.run();

        assertThat(results)
                .as("seed %s", SEED)
                .allSatisfy(result -> assertThat(result.differences()).isEmpty());
        assertThat(results).isEqualTo(heard.results());
        // Not all: on a slow machine a load can be over before its fault comes.
        assertThat(results.stream().filter(FaultResult::cameTooLate))
                .as("came too late")
                .hasSizeLessThanOrEqualTo(results.size() / 2);
        assertThat(faults(results, 1)).containsExactlyInAnyOrderElementsOf(KINDS);
        assertThat(faults(results, 2)).containsExactlyInAnyOrderElementsOf(KINDS);
        Outcome undisturbed = Outcome.read(dir.resolve("undisturbed").resolve("leg-" + KINDS.size() + ".txt"));
        holdsSomethingOfEach(undisturbed);
        SimulationResult published = faults.published().getFirst();
        assertThat(faults.published()).hasSize(3).containsOnly(published);
        assertThat(undisturbed.of("dead-letters"))
                .hasSize(Math.toIntExact(published.badRecords()))
                .noneMatch(letter -> letter.contains("a second time"));
    }

    private static List<Fault> faults(List<FaultResult> results, int instances) {
        return results.stream()
                .filter(result -> result.instances() == instances)
                .map(FaultResult::fault)
                .toList();
    }

    /** Of every rule an issue, of issues and plans what can happen to them, and commands that were carried out or not. */
    private static void holdsSomethingOfEach(Outcome outcome) {
        assertThat(outcome.of("export")).hasSizeGreaterThan(10_000);
        assertThat(outcome.of("kpi.daily")).hasSizeGreaterThan(1_000);
        assertThat(outcome.of("kpi.current")).isNotEmpty();
        assertThat(outcome.of("kpi.units")).isNotEmpty();
        assertThat(outcome.of("dead-letters")).hasSizeGreaterThan(50);
        List<JsonNode> issues = records(outcome, "issues.events");
        assertThat(issues)
                .filteredOn(event -> event.get("type").asText().equals("raised"))
                .extracting(event -> event.get("rule").asText())
                .containsAll(CaseRules.RULES);
        assertThat(texts(issues, "type"))
                .contains("acknowledged", "disputed", "silenced", "dismissed")
                .contains("escalated", "resolved", "regressed", "corrected");
        assertThat(texts(records(outcome, "plans.events"), "type"))
                .contains("drafted", "edited", "proposed", "acknowledged", "activated", "paused", "resumed", "extended")
                .contains("action-added", "action-completed", "check-in-held", "check-in-missed", "pace-changed")
                .contains("goal-reached", "deadline-passed", "completed", "cancelled");
        assertThat(outcome.of("recognitions")).isNotEmpty();
        List<JsonNode> results = records(outcome, "command-results");
        assertThat(results).anyMatch(result -> result.get("accepted").asBoolean());
        assertThat(texts(results, "rule"))
                .contains("wrong-role", "wrong-state", "unknown-issue", "unknown-plan", "unknown-part")
                .contains("out-of-bounds");
    }

    private static List<String> texts(List<JsonNode> records, String field) {
        return records.stream().map(record -> record.get(field).asText()).toList();
    }

    private static List<JsonNode> records(Outcome outcome, String topic) {
        return outcome.of(topic).stream().map(FaultsTest::record).toList();
    }

    private static JsonNode record(String line) {
        try {
            return JSON.readTree(line.substring(line.indexOf('{')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
