package io.upswing.app.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.schemas.CommandOutcome;
import io.upswing.schemas.IssueCurrent;
import io.upswing.schemas.IssueEvent;
import io.upswing.schemas.PlanCurrent;
import io.upswing.schemas.PlanEvent;
import io.upswing.schemas.RecognitionEvent;
import io.upswing.schemas.topics.TopicCatalogue;
import java.util.List;
import java.util.SortedMap;

/**
 * What has been told of issues, plans and commands: of what happens every record in order, of what is so the last. Compared
 * as text: Avro's own equality does not know dates in a union in a list.
 */
record Told(
        SortedMap<String, List<IssueEvent>> issueEvents,
        SortedMap<String, IssueCurrent> issues,
        SortedMap<String, List<PlanEvent>> planEvents,
        SortedMap<String, PlanCurrent> plans,
        SortedMap<String, List<RecognitionEvent>> recognitions,
        SortedMap<String, List<CommandOutcome>> results) {
    static Told of(Site site) {
        return new Told(
                site.all(TopicCatalogue::issueEvents),
                site.last(TopicCatalogue::issuesCurrent),
                site.all(TopicCatalogue::planEvents),
                site.last(TopicCatalogue::plansCurrent),
                site.all(TopicCatalogue::recognitions),
                site.all(TopicCatalogue::commandResults));
    }

    /** Once two looks in a row see the same. */
    static Told inTheEnd(Site site) throws Exception {
        Told[] seen = {of(site)};
        Await.until("the last of issues and plans", () -> seen[0], () -> {
            Told before = seen[0];
            seen[0] = of(site);
            return seen[0].toString().equals(before.toString());
        });
        return seen[0];
    }

    /** Of every rule an issue, of issues and plans what can happen to them, and commands that were carried out or not. */
    void mustHoldSomethingOfEach() {
        List<IssueEvent> ofIssues = flat(issueEvents);
        assertThat(ofIssues)
                .filteredOn(event -> event.getType().equals("raised"))
                .extracting(IssueEvent::getRule)
                .containsAll(CaseRules.RULES);
        assertThat(ofIssues)
                .extracting(IssueEvent::getType)
                .contains(
                        "acknowledged",
                        "disputed",
                        "silenced",
                        "dismissed",
                        "escalated",
                        "resolved",
                        "regressed",
                        "corrected");
        assertThat(flat(planEvents))
                .extracting(PlanEvent::getType)
                .contains("drafted", "edited", "proposed", "acknowledged", "activated", "paused", "resumed", "extended")
                .contains("action-added", "action-completed", "check-in-held", "check-in-missed", "pace-changed")
                .contains("goal-reached", "deadline-passed", "completed", "cancelled");
        assertThat(recognitions).isNotEmpty();
        assertThat(flat(results))
                .anyMatch(CommandOutcome::getAccepted)
                .extracting(CommandOutcome::getRule)
                .contains(
                        "wrong-role", "wrong-state", "unknown-issue", "unknown-plan", "unknown-part", "out-of-bounds");
    }

    private static <V> List<V> flat(SortedMap<String, List<V>> all) {
        return all.values().stream().flatMap(List::stream).toList();
    }

    /** Compares record by record: whole topics would drown a difference. */
    void mustBeTheSameAs(Told other, String what) {
        happenedAs(other, what);
        mustBeTheSame(issues, other.issues, what + ", issues.current");
        mustBeTheSame(plans, other.plans, what + ", plans.current");
    }

    /** Compares what happened only: what is so now may not be said yet. */
    void happenedAs(Told other, String what) {
        mustBeTheSame(issueEvents, other.issueEvents, what + ", issues.events");
        mustBeTheSame(planEvents, other.planEvents, what + ", plans.events");
        mustBeTheSame(recognitions, other.recognitions, what + ", recognitions");
        mustBeTheSame(results, other.results, what + ", command-results");
    }

    private static <V> void mustBeTheSame(SortedMap<String, V> actual, SortedMap<String, V> expected, String what) {
        assertThat(actual.keySet()).as(what).isEqualTo(expected.keySet());
        expected.forEach((key, value) -> assertThat(String.valueOf(actual.get(key)))
                .as("%s of %s", what, key)
                .isEqualTo(value.toString()));
    }
}
