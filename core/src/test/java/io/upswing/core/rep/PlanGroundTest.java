package io.upswing.core.rep;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.command.Cause;
import io.upswing.core.command.Stamp;
import io.upswing.core.issues.IssueEvent;
import io.upswing.core.issues.Rule.Severity;
import io.upswing.core.plans.Detail;
import io.upswing.core.plans.Plan;
import io.upswing.core.plans.PlanEvent;
import io.upswing.core.plans.PlanTerms;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which withdrawal of an issue takes the ground of a plan that answers its rule. */
class PlanGroundTest {
    private static Stamp on(int day) {
        return new Stamp("e" + day, day, 1, 0);
    }

    private static IssueEvent issue(IssueEvent.Type type, int episode, int day) {
        return new IssueEvent(
                on(day),
                type,
                "i",
                "ada",
                "low",
                1,
                episode,
                Severity.WARNING,
                false,
                Cause.EVALUATION,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                OptionalInt.empty(),
                "");
    }

    private static Plan drafted(int day) {
        PlanTerms terms = new PlanTerms(Optional.of("low"), List.of(), List.of(), day + 60, 0);
        Detail agreed = new Detail.Terms(terms, new TreeMap<>());
        return Plan.of(
                List.of(new PlanEvent(on(day), PlanEvent.Type.DRAFTED, "p", "ada", Cause.EVALUATION, agreed, "")));
    }

    @Test
    void itIsThatOfTheEpisodeThatWasOpenWhenThePlanWasDrafted() {
        List<IssueEvent> first = List.of(issue(IssueEvent.Type.RAISED, 1, 10), issue(IssueEvent.Type.WITHDRAWN, 1, 30));

        assertThat(PlanCases.isGround(drafted(11), first)).isTrue();
        assertThat(PlanCases.isGround(drafted(10), first)).isFalse();
    }

    @Test
    void itIsNotThatOfALaterEpisode() {
        List<IssueEvent> second = List.of(
                issue(IssueEvent.Type.RAISED, 1, 10),
                issue(IssueEvent.Type.RESOLVED, 1, 20),
                issue(IssueEvent.Type.REGRESSED, 2, 40),
                issue(IssueEvent.Type.WITHDRAWN, 2, 50));

        assertThat(PlanCases.isGround(drafted(15), second)).isFalse();
        assertThat(PlanCases.isGround(drafted(45), second)).isTrue();
    }
}
