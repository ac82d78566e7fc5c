package io.upswing.app.reliability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.producers.rules.CelConditions;
import io.upswing.producers.rules.RuleFiles;
import io.upswing.producers.rules.RulePlan;
import io.upswing.producers.rules.RulePublisher;
import io.upswing.producers.rules.Units;
import io.upswing.producers.rules.WrittenRule;
import io.upswing.schemas.topics.TopicCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The rules that come with Upswing, and some that reps fall below and come back from within weeks. */
final class CaseRules {
    /** Those that are in force. */
    static final List<String> RULES = List.of(
            "quota-pace-month",
            "quota-pace-quarter",
            "pipeline-thin",
            "no-activity",
            "stale-deals",
            "revenue-floor",
            "wins-decline");

    private static final String MORE = """
            rules:
              - id: revenue-floor
                title: Revenue under the floor
                because: It is crossed often, in both directions.
                severity: warning
                for: 3
                clear-for: 3
                escalate-after: 10
                floor: {kpi: revenue, window: 30d, limit: 20000, clear: 25000, minimum-sample: 1}
                applies-to: {ramp-days: 0, condition: "rep.id != 'nobody'"}
              - id: wins-decline
                title: Fewer wins than before
                because: It comes and goes.
                severity: notice
                for: 3
                clear-for: 3
                change: {kpi: deals_won, window: 30d, by: 0.2, clear: 0.1, minimum-sample: 5}
                applies-to: {ramp-days: 0}
            """;

    private CaseRules() {}

    /** Publishes them where no day is closed yet: they are in force from the beginning. */
    static void publish(Site site, Path dir) throws IOException {
        Path file = Files.writeString(Files.createDirectories(dir).resolve("rules.yaml"), MORE, UTF_8);
        RuleFiles files = new RuleFiles(Units.USUAL, new CelConditions());
        List<WrittenRule> written = new ArrayList<>(files.defaults().rules());
        written.addAll(files.read(List.of(file)).rules());
        try (TopicCatalogue catalogue = site.config().catalogue()) {
            RulePlan plan =
                    RulePublisher.publish(site.config().clientConfig(), catalogue, written, false, Instant.EPOCH);
            assertThat(plan.problems()).isEmpty();
            assertThat(plan.versions())
                    .extracting(version -> version.getKey())
                    .containsExactlyInAnyOrderElementsOf(RULES);
        }
    }
}
