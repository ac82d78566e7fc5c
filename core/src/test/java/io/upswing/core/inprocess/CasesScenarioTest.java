package io.upswing.core.inprocess;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.command.Author;
import io.upswing.core.command.Author.Role;
import io.upswing.core.command.CommandHeader;
import io.upswing.core.entity.ActivityChange;
import io.upswing.core.entity.ActivityState;
import io.upswing.core.entity.DealChange;
import io.upswing.core.entity.DealState;
import io.upswing.core.evaluation.Assignment;
import io.upswing.core.issues.Change;
import io.upswing.core.issues.Issue;
import io.upswing.core.issues.IssueEvent;
import io.upswing.core.issues.Rule;
import io.upswing.core.issues.Scope;
import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.Window;
import io.upswing.core.plans.Detail;
import io.upswing.core.plans.Outcome;
import io.upswing.core.plans.Pace;
import io.upswing.core.plans.Plan.Status;
import io.upswing.core.plans.PlanCommand;
import io.upswing.core.plans.PlanEvent;
import io.upswing.core.plans.PlanTerms;
import io.upswing.core.plans.PlanTerms.ActionTerms;
import io.upswing.core.plans.PlanTerms.GoalTerms;
import io.upswing.core.plans.PlanTerms.Kind;
import io.upswing.core.plans.Progress;
import io.upswing.core.plans.Target;
import io.upswing.core.plans.Timeframe;
import io.upswing.core.rep.OrgChange;
import io.upswing.core.rep.RepCommand;
import io.upswing.core.source.SourceOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The field's own example, through the whole pipeline: ann's monthly revenue falls from 300,000 to 200,000, an issue is raised,
 * and a plan answers it: 'raise monthly revenue by 20 % within the next quarter'. Days count from 1.
 */
class CasesScenarioTest {
    private static final int EVE = 18_290;

    private final CasesRecorder seen = new CasesRecorder();
    private final Pipeline pipeline = new Pipeline(Setup.usual(30, true).settings(2), new InOrder(), seen);
    private int today = 1;
    private long version = 1;
    private int commands;

    @BeforeEach
    void annSellsLessThanBefore() {
        Change falling =
                new Change(Kpi.REVENUE, new Window.Rolling(30), new BigDecimal("0.2"), new BigDecimal("0.1"), 1);
        pipeline.rule(new Rule(
                "revenue-falling",
                1,
                EVE - 100,
                false,
                "Revenue falls",
                "",
                falling,
                new Rule.Hold(3, 3),
                Rule.Severity.WARNING,
                Scope.everyone(0),
                OptionalInt.empty()));
        Assignment here = new Assignment(Optional.of("t1"), Optional.empty(), OptionalInt.empty(), List.of());
        pipeline.org(new OrgChange("ann", order(), EVE - 400, Optional.of(here)));
        for (int i = 0; i < 3; i++) {
            won("old-" + i, -40 - i, 100_000);
        }
        won("last-1", -10, 100_000);
        won("last-2", -5, 100_000);
        pipeline.watermark(EVE);
        closesUpTo(3);
    }

    private SourceOrder order() {
        return new SourceOrder(version, version++, "event");
    }

    private void won(String id, int day, long amount) {
        pipeline.deal(
                id,
                order(),
                new DealChange.Whole(new DealState(
                        DealState.Status.WON,
                        Optional.empty(),
                        OptionalLong.of(amount),
                        Optional.empty(),
                        OptionalInt.of(EVE + day - 20),
                        OptionalInt.of(EVE + day),
                        OptionalInt.empty(),
                        Optional.of("ann"),
                        List.of())));
    }

    private void coached(String id, int day) {
        pipeline.activity(
                id,
                order(),
                new ActivityChange.Whole(new ActivityState(
                        ActivityState.Kind.COACHING,
                        ActivityState.Status.DONE,
                        Optional.of(new ActivityState.Moment(EVE + day, OptionalLong.empty())),
                        Optional.empty(),
                        Optional.of("ann"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())));
    }

    private void closesUpTo(int day) {
        for (; today <= day; today++) {
            pipeline.watermark(EVE + today);
        }
        pipeline.run();
    }

    private void says(Role role, PlanCommand command) {
        String id = "c" + ++commands;
        Author author = new Author(role == Role.REP ? "ann" : "max", role);
        pipeline.command(new RepCommand.OfPlan(new CommandHeader(id, "ann", author, 77, Optional.empty()), command));
        pipeline.run();
        assertThat(seen.results.getLast().id()).isEqualTo(id);
        assertThat(seen.results.getLast().rejection()).isEmpty();
    }

    private static PlanTerms terms(int deadline) {
        GoalTerms goal = new GoalTerms(
                "revenue",
                Kpi.REVENUE,
                new Timeframe.OfWindow(new Window.Rolling(30)),
                new Target.ChangeBy(new BigDecimal("0.2")),
                List.of());
        ActionTerms coaching = new ActionTerms("coaching", Kind.COACHING, "max", EVE + 20, Optional.empty());
        ActionTerms again = new ActionTerms("coaching-2", Kind.COACHING, "max", EVE + 30, Optional.empty());
        return new PlanTerms(
                Optional.of("revenue-falling"), List.of(goal), List.of(coaching, again), EVE + deadline, 7);
    }

    private void begins(int deadline) {
        says(Role.MANAGER, new PlanCommand.Draft("p", terms(deadline)));
        says(Role.MANAGER, new PlanCommand.Propose("p"));
        says(Role.REP, new PlanCommand.Acknowledge("p"));
        says(Role.MANAGER, new PlanCommand.Activate("p"));
    }

    @Test
    void theIssueCarriesItsEvidence() {
        IssueEvent raised = seen.issues.getFirst();

        assertThat(raised.type()).isEqualTo(IssueEvent.Type.RAISED);
        assertThat(raised.page()).isTrue();
        assertThat(raised.evidence().orElseThrow()).satisfies(evidence -> {
            assertThat(evidence.value()).isEqualTo(200_000);
            assertThat(evidence.threshold()).isEqualTo(240_000);
            assertThat(evidence.sample()).isEqualTo(2);
            assertThat(evidence.movers()).hasSize(2);
            assertThat(evidence.sentence()).contains("2,000 USD after 3,000 USD", "−33 %", "So for 3 days");
        });
    }

    @Test
    void aPlanIsCoachedCheckedAndReached() {
        begins(92);
        coached("a1", 5);
        closesUpTo(9);
        says(Role.MANAGER, new PlanCommand.HoldCheckIn("p"));
        coached("a2", 12);
        won("new-1", 10, 30_000);
        closesUpTo(19);
        won("new-2", 20, 100_000);
        won("new-3", 21, 140_000);
        closesUpTo(24);

        assertThat(seen.types("p"))
                .containsSubsequence(
                        "DRAFTED",
                        "PROPOSED",
                        "ACKNOWLEDGED",
                        "ACTIVATED",
                        "ACTION_COMPLETED",
                        "CHECK_IN_HELD",
                        "ACTION_COMPLETED",
                        "CHECK_IN_MISSED",
                        "GOAL_REACHED");
        assertThat(seen.recognitions).hasSize(1);
        assertThat(seen.progress("p"))
                .extracting(Progress::actionsDone, Progress::checkInsHeld, Progress::checkInsMissed)
                .containsExactly(2, 1, 1);
        assertThat(seen.progress("p").goals().getFirst().target()).isEqualByComparingTo("240000");
        assertThat(seen.issue("ann", "revenue-falling").status()).isEqualTo(Issue.Status.RESOLVED);
        says(Role.MANAGER, new PlanCommand.Complete("p", Outcome.MET));
        assertThat(seen.progress("p").outcome()).contains(Outcome.MET);
    }

    @Test
    void anotherEndsNotMetAfterAnExtension() {
        begins(30);
        closesUpTo(34);
        says(Role.MANAGER, new PlanCommand.Extend("p", EVE + 45));
        closesUpTo(46);
        says(Role.MANAGER, new PlanCommand.Complete("p", Outcome.NOT_MET));
        closesUpTo(48);

        assertThat(seen.types("p"))
                .containsSubsequence(
                        "DEADLINE_PASSED", "EXTENDED", "DEADLINE_PASSED", "COMPLETED", "REINFORCEMENT_STARTED")
                .contains("PACE_CHANGED")
                .doesNotContain("GOAL_REACHED");
        assertThat(seen.plan("p").end().orElseThrow().suggested()).isEqualTo(Outcome.NOT_MET);
        assertThat(seen.progress("p").pace()).isEqualTo(Pace.OFF_TRACK);
    }

    @Test
    void aThirdIsCancelledWhenACorrectionWithdrawsItsIssue() {
        begins(92);
        closesUpTo(5);

        won("forgotten", -8, 90_000);
        closesUpTo(6);

        assertThat(seen.issues).extracting(IssueEvent::type).endsWith(IssueEvent.Type.WITHDRAWN);
        assertThat(seen.issues.getLast().entities()).containsExactly("deal:forgotten");
        assertThat(seen.types("p")).contains("GROUND_WITHDRAWN");
        says(Role.MANAGER, new PlanCommand.Cancel("p"));
        assertThat(seen.progress("p").status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void aCorrectionMovesProgressBeforeAnyFurtherWatermarkAndIsToldAtTheNextEvaluation() {
        begins(92);
        closesUpTo(5);
        assertThat(seen.progress("p").goals().getFirst().current().numerator()).isEqualTo(200_000);

        won("last-2", -5, 80_000);
        pipeline.run();

        assertThat(seen.progress("p").goals().getFirst().current().numerator()).isEqualTo(180_000);
        assertThat(seen.types("p")).doesNotContain("FIGURE_CORRECTED");
        closesUpTo(6);
        PlanEvent corrected = seen.plans.stream()
                .filter(event -> event.type() == PlanEvent.Type.FIGURE_CORRECTED)
                .findFirst()
                .orElseThrow();
        assertThat(corrected.detail())
                .isEqualTo(new Detail.Corrected("revenue", EVE + 5, 200_000, 180_000, List.of("deal:last-2")));
    }

    @Test
    void aCommandThatIsRepeatedIsAnsweredAgainAndChangesNothing() {
        begins(92);
        List<PlanEvent> before = List.copyOf(seen.plans);
        Author max = new Author("max", Role.MANAGER);

        pipeline.command(new RepCommand.OfPlan(
                new CommandHeader("c4", "ann", max, 99, Optional.of("note")), new PlanCommand.Activate("p")));
        pipeline.run();

        assertThat(seen.plans).isEqualTo(before);
        assertThat(seen.results.get(4)).isEqualTo(seen.results.get(3));
    }

    @Test
    void aCommandWithTheIdOfAnotherOneIsRejected() {
        begins(92);
        List<PlanEvent> before = List.copyOf(seen.plans);
        Author max = new Author("max", Role.MANAGER);
        CommandHeader reused = new CommandHeader("c4", "ann", max, 77, Optional.empty());

        pipeline.command(new RepCommand.OfPlan(reused, new PlanCommand.Cancel("p")));
        pipeline.command(new RepCommand.OfPlan(reused, new PlanCommand.Activate("q")));
        pipeline.command(new RepCommand.OfPlan(reused, new PlanCommand.Activate("p")));
        pipeline.run();

        assertThat(seen.plans).isEqualTo(before);
        assertThat(seen.results.subList(4, 6))
                .allSatisfy(result ->
                        assertThat(result.rejection().orElseThrow().rule().id()).isEqualTo("id-reused"));
        assertThat(seen.results.get(6)).isEqualTo(seen.results.get(3));
    }

    @Test
    void aDraftAnswersNothingYetAndAPlanThatIsProposedDoes() {
        says(Role.MANAGER, new PlanCommand.Draft("p", terms(92)));
        won("forgotten", -8, 10_000);
        closesUpTo(4);
        assertThat(seen.issues.getLast())
                .extracting(IssueEvent::type, IssueEvent::page)
                .containsExactly(IssueEvent.Type.CORRECTED, true);

        says(Role.MANAGER, new PlanCommand.Propose("p"));
        won("forgotten", -8, 20_000);
        closesUpTo(5);

        assertThat(seen.issues.getLast())
                .extracting(IssueEvent::type, IssueEvent::page)
                .containsExactly(IssueEvent.Type.CORRECTED, false);
    }

    @Test
    void aPeriodThatHasNotBegunShowsItsProgress() {
        GoalTerms next = new GoalTerms(
                "quarter",
                Kpi.REVENUE,
                new Timeframe.OfPeriod(EVE + 20, EVE + 109),
                new Target.Value(BigDecimal.valueOf(900_000)),
                List.of());

        says(
                Role.MANAGER,
                new PlanCommand.Draft("q", new PlanTerms(Optional.empty(), List.of(next), List.of(), EVE + 110, 0)));
        closesUpTo(5);

        assertThat(seen.progress("q").goals().getFirst())
                .extracting(goal -> goal.current().numerator(), Progress.OfGoal::fraction)
                .containsExactly(0L, 0.0);
    }
}
