package io.upswing.producers.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.producers.rules.RulePlan.Kind;
import io.upswing.schemas.RuleEvent;
import io.upswing.schemas.RuleNoActivity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RulePlanTest {
    private static final Instant WHEN = Instant.parse("2026-03-10T09:00:00Z");

    /** What is published so far; the open day is 2026-03-10. */
    private final Map<String, List<RuleEvent>> published = new TreeMap<>();

    private LocalDate closed = LocalDate.of(2026, 3, 9);

    @Test
    void aNewRuleIsVersionOneFromTwoDaysAfterTheOpenDayOn() {
        RuleEvent version = plan("silent 5").versions().getFirst().getValue();

        assertThat(version.getVersion()).isEqualTo(1);
        assertThat(version.getEffective()).isEqualTo("2026-03-12");
        assertThat(version.getRetired()).isFalse();
        assertThat(version.getOccurredAt()).isEqualTo(WHEN);
    }

    @Test
    void whereNoDayIsClosedARuleIsInForceFromTheBeginning() {
        RulePlan plan = RulePlan.of(
                WrittenRules.of("silent 5", "quiet 3 effective: 2017-01-01"),
                new PublishedRules(Map.of(), Optional.empty()),
                false,
                WHEN);

        assertThat(plan.problems()).isEmpty();
        assertThat(plan.versions())
                .extracting(version -> version.getValue().getEffective().toString())
                .containsExactly("1990-01-01", "2017-01-01");
    }

    @Test
    void anUnchangedRuleIsNotPublishedAgain() {
        publish("silent 5", "dated 3 effective: 2026-03-12");
        closed = LocalDate.of(2026, 6, 1);

        RulePlan again = plan("silent 5", "dated 3 effective: 2026-03-12");

        assertThat(again.steps()).extracting(RulePlan.Step::kind).containsOnly(Kind.UNCHANGED);
        assertThat(again.versions()).isEmpty();
        assertThat(again.problems()).isEmpty();
    }

    @Test
    void aChangedRuleIsTheNextVersion() {
        publish("silent 5");
        publish("silent 6");

        RulePlan plan = plan("silent 7");

        assertThat(plan.steps()).extracting(RulePlan.Step::kind).containsExactly(Kind.CHANGED);
        RuleEvent version = plan.versions().getFirst().getValue();
        assertThat(version.getVersion()).isEqualTo(3);
        assertThat(((RuleNoActivity) version.getForm()).getWorkingDays()).isEqualTo(7);
    }

    @Test
    void anotherDateAloneIsAChangeToo() {
        publish("silent 5");

        assertThat(plan("silent 5 effective: 2026-04-01").steps())
                .extracting(RulePlan.Step::kind)
                .containsExactly(Kind.CHANGED);
    }

    @Test
    void aDateThatIsTooEarlyIsRefusedWithItsPlace() {
        RulePlan plan = plan("fine 5 effective: 2026-03-12", "early 5 effective: 2026-03-11");

        assertThat(plan.problems())
                .extracting(RuleProblem::describe)
                .containsExactly(
                        "team.yaml:3: early.effective is 2026-03-11; right would be: 2026-03-12 or later, 2 days"
                                + " after the open day, or no date: then it is 2026-03-12");
    }

    @Test
    void aRuleThatIsSwitchedOffIsRetiredOnce() {
        publish("silent 5 effective: 2026-03-12");

        RulePlan off = publish("silent 5 effective: 2026-03-12, enabled: false");

        assertThat(off.steps()).extracting(RulePlan.Step::kind).containsExactly(Kind.RETIRED);
        assertThat(off.versions().getFirst().getValue().getRetired()).isTrue();
        assertThat(off.versions().getFirst().getValue().getVersion()).isEqualTo(2);
        assertThat(plan("silent 5 enabled: false").steps())
                .extracting(RulePlan.Step::kind)
                .containsExactly(Kind.OFF);
        assertThat(plan("silent 5").steps()).extracting(RulePlan.Step::kind).containsExactly(Kind.NEW);
        assertThat(plan("silent 5").versions().getFirst().getValue().getVersion())
                .isEqualTo(3);
    }

    @Test
    void aRuleThatWasNeverOnIsNotPublished() {
        RulePlan plan = plan("silent 5 enabled: false");

        assertThat(plan.steps()).extracting(RulePlan.Step::kind).containsExactly(Kind.OFF);
        assertThat(plan.versions()).isEmpty();
    }

    @Test
    void aMissingRuleIsRetiredOnlyWhereThatIsAskedFor() {
        publish("silent 5", "quiet 3");

        RulePlan kept = plan("silent 5");
        RulePlan retired = RulePlan.of(WrittenRules.of("silent 5"), published(), true, WHEN);

        assertThat(kept.steps()).extracting(RulePlan.Step::kind).containsExactly(Kind.UNCHANGED, Kind.MISSING);
        assertThat(kept.versions()).isEmpty();
        assertThat(retired.steps()).extracting(RulePlan.Step::kind).containsExactly(Kind.UNCHANGED, Kind.RETIRED);
        RuleEvent end = retired.versions().getFirst().getValue();
        assertThat(end.getRetired()).isTrue();
        assertThat(end.getVersion()).isEqualTo(2);
        assertThat(end.getEffective()).isEqualTo("2026-03-12");
    }

    @Test
    void ofTheVersionsThatAreEffectiveTheHighestIsInForceUnlessItIsRetired() {
        publish("silent 5 effective: 2026-03-20");
        publish("silent 6 effective: 2026-03-15");
        publish("silent 6 enabled: false, effective: 2026-03-25");

        assertThat(published().inForce("silent", LocalDate.of(2026, 3, 14))).isEmpty();
        assertThat(published().inForce("silent", LocalDate.of(2026, 3, 15)))
                .map(RuleEvent::getVersion)
                .contains(2);
        assertThat(published().inForce("silent", LocalDate.of(2026, 3, 20)))
                .map(RuleEvent::getVersion)
                .contains(2);
        assertThat(published().inForce("silent", LocalDate.of(2026, 3, 25))).isEmpty();
    }

    private PublishedRules published() {
        return new PublishedRules(published, Optional.of(closed));
    }

    private RulePlan plan(String... rules) {
        return RulePlan.of(WrittenRules.of(rules), published(), false, WHEN);
    }

    private RulePlan publish(String... rules) {
        RulePlan plan = plan(rules);
        plan.versions()
                .forEach(version -> published
                        .computeIfAbsent(version.getKey(), id -> new ArrayList<>())
                        .add(version.getValue()));
        return plan;
    }
}
