package io.upswing.app.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.upswing.schemas.ActionKind;
import io.upswing.schemas.ActivityKind;
import io.upswing.schemas.ActivityState;
import io.upswing.schemas.ActivityStatus;
import io.upswing.schemas.CommandEvent;
import io.upswing.schemas.CommandOutcome;
import io.upswing.schemas.DealStatus;
import io.upswing.schemas.FigureCorrected;
import io.upswing.schemas.GoalProgress;
import io.upswing.schemas.GoalWindow;
import io.upswing.schemas.IssueEvent;
import io.upswing.schemas.IssueEvidence;
import io.upswing.schemas.PlanAcknowledge;
import io.upswing.schemas.PlanAction;
import io.upswing.schemas.PlanActivate;
import io.upswing.schemas.PlanCancel;
import io.upswing.schemas.PlanComplete;
import io.upswing.schemas.PlanCurrent;
import io.upswing.schemas.PlanDraft;
import io.upswing.schemas.PlanEnd;
import io.upswing.schemas.PlanEvent;
import io.upswing.schemas.PlanExtend;
import io.upswing.schemas.PlanGoal;
import io.upswing.schemas.PlanHoldCheckIn;
import io.upswing.schemas.PlanOutcome;
import io.upswing.schemas.PlanPropose;
import io.upswing.schemas.PlanTerms;
import io.upswing.schemas.RecognitionEvent;
import io.upswing.schemas.RuleChange;
import io.upswing.schemas.RuleEvent;
import io.upswing.schemas.RuleScope;
import io.upswing.schemas.RuleSeverity;
import io.upswing.schemas.TargetChange;
import io.upswing.schemas.TargetValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The field's own example: a rep's monthly revenue falls by a third, an issue is raised, and a plan answers it: '+20 % monthly
 * revenue within the next quarter through lead generation and conversion'. Days count from 1 March 2017.
 */
class PlansAnswerIssuesTest {
    private static final LocalDate EVE = LocalDate.of(2017, 2, 28);
    private static final String REP = "r1";
    private static final String RULE = "revenue-falling";
    private static final String PLAN = "next-quarter";
    private static final int QUARTER = 91;

    private final PipelineFixture at = new PipelineFixture("mock://plans-answer-issues", StageObserver.NONE);
    private final List<IssueEvent> issues = new ArrayList<>();
    private final List<PlanEvent> plans = new ArrayList<>();
    private final List<RecognitionEvent> recognitions = new ArrayList<>();
    private final Map<String, PlanCurrent> progress = new HashMap<>();
    private int today = 1;
    private int commands;

    @BeforeEach
    void revenueFalls() {
        RuleChange falling = new RuleChange("revenue", 30, "0.2", "0.1", 1L);
        RuleScope everyone = new RuleScope(List.of(), List.of(), List.of(), 0, null);
        at.rule(
                RULE,
                new RuleEvent(
                        "rule-1",
                        null,
                        Said.AT,
                        1,
                        LocalDate.of(2017, 1, 1),
                        false,
                        "Revenue falls",
                        "It was agreed on.",
                        3,
                        3,
                        RuleSeverity.WARNING,
                        everyone,
                        null,
                        falling));
        at.member(REP, "t1", "north").member("r2", "t1", "north");
        for (int i = 1; i <= 3; i++) {
            won("before-" + i, -40 - i, 1_000_00);
        }
        won("last-1", -10, 1_000_00);
        won("last-2", -5, 1_000_00);
        lost("lost-1", -7);
        at.won("colleague", "r2", day(-60), day(-20), 700_00);
        closesUpTo(3);
    }

    @AfterEach
    void close() {
        at.close();
    }

    private static String day(int number) {
        return EVE.plusDays(number).toString();
    }

    private void won(String deal, int day, long amount) {
        at.won(deal, REP, day(day - 20), day(day), amount);
    }

    private void lost(String deal, int day) {
        at.deal(deal, PipelineFixture.state(DealStatus.LOST, REP, day(day - 20), day(day), 500_00));
    }

    private void done(String activity, ActivityKind kind, int day) {
        at.activity(
                activity, new ActivityState(kind, ActivityStatus.DONE, EVE.plusDays(day), null, REP, null, null, null));
    }

    private void closesUpTo(int day) {
        if (today == 1) {
            at.closed(day(0));
        }
        for (; today <= day; today++) {
            at.closed(day(today));
        }
        collect();
    }

    private void collect() {
        at.emit();
        issues.addAll(at.told(at.catalogue().issueEvents()));
        plans.addAll(at.told(at.catalogue().planEvents()));
        recognitions.addAll(at.told(at.catalogue().recognitions()));
        progress.putAll(at.last(at.catalogue().plansCurrent()));
    }

    private void byManager(Object command) {
        accepted(Said.byManager("c" + ++commands, command));
    }

    private void byRep(Object command) {
        accepted(Said.byRep("c" + ++commands, REP, command));
    }

    private void accepted(CommandEvent command) {
        at.command(REP, command);
        CommandOutcome outcome =
                Objects.requireNonNull(at.last(at.catalogue().commandResults()).get(command.getCommandId()));
        assertThat(outcome.getAccepted()).as(String.valueOf(outcome)).isTrue();
        collect();
    }

    /** More revenue through more new deals, which training is for, and more of them won, which coaching is for. */
    private static PlanTerms terms(int deadline) {
        PlanGoal revenue = goal("revenue", "revenue", new TargetChange("0.2"));
        PlanGoal generation = goal("lead-generation", "deals_created", new TargetValue("3"));
        PlanGoal conversion = goal("conversion", "win_rate", new TargetValue("0.75"));
        PlanAction training = new PlanAction("prospecting", ActionKind.TRAINING, REP, EVE.plusDays(14), null);
        PlanAction coaching = new PlanAction("closing", ActionKind.COACHING, "m1", EVE.plusDays(21), null);
        return new PlanTerms(
                RULE, List.of(revenue, generation, conversion), List.of(training, coaching), EVE.plusDays(deadline), 7);
    }

    private static PlanGoal goal(String id, String kpi, Object target) {
        return new PlanGoal(id, kpi, new GoalWindow("30d"), target, List.of());
    }

    private void agreedOnUntil(int deadline) {
        byManager(new PlanDraft(PLAN, terms(deadline)));
        byManager(new PlanPropose(PLAN));
        byRep(new PlanAcknowledge(PLAN));
        byManager(new PlanActivate(PLAN));
    }

    private PlanCurrent plan() {
        return Objects.requireNonNull(progress.get(REP + "|" + PLAN), "no progress was sent");
    }

    private GoalProgress goal(String id) {
        return plan().getGoals().stream()
                .filter(goal -> goal.getGoal().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<String> typesOfPlanEvents() {
        return plans.stream().map(PlanEvent::getType).toList();
    }

    @Test
    void theIssueIsRaisedWithItsEvidence() {
        assertThat(issues).hasSize(1);
        IssueEvent raised = issues.getFirst();
        assertThat(raised.getType()).isEqualTo("raised");
        assertThat(raised.getDay()).isEqualTo(day(2));
        assertThat(raised.getRunFrom()).isEqualTo(day(0));
        IssueEvidence evidence = raised.getEvidence();
        assertThat(evidence.getValue()).isEqualTo(2_000_00);
        assertThat(evidence.getThreshold()).isEqualTo(2_400_00);
        assertThat(evidence.getSample()).isEqualTo(2);
        assertThat(evidence.getSentence()).contains("2,000 USD after 3,000 USD", "−33 %", "So for 3 days");
    }

    @Test
    void thePlanIsCoachedCheckedWeeklyAndReached() {
        agreedOnUntil(QUARTER);
        assertThat(goal("revenue"))
                .extracting(GoalProgress::getBaseline, GoalProgress::getTarget)
                .containsExactly(2_000_00.0, 2_400_00.0);

        done("webinar", ActivityKind.TRAINING, 8);
        done("one-to-one", ActivityKind.COACHING, 15);
        for (int week = 1; week <= 4; week++) {
            closesUpTo(3 + 7 * week - 1);
            byManager(new PlanHoldCheckIn(PLAN));
            at.open("lead-" + week, REP, day(3 + 7 * week), 400_00);
        }
        won("new-1", 30, 1_500_00);
        won("new-2", 31, 1_500_00);
        closesUpTo(33);

        assertThat(typesOfPlanEvents())
                .containsSubsequence("drafted", "proposed", "acknowledged", "activated", "action-completed")
                .doesNotContain("check-in-missed");
        assertThat(typesOfPlanEvents().stream().filter("check-in-held"::equals)).hasSize(4);
        assertThat(typesOfPlanEvents().stream().filter("action-completed"::equals))
                .hasSize(2);
        assertThat(plans.stream().filter(event -> event.getType().equals("goal-reached")))
                .hasSize(3);
        assertThat(recognitions.stream().filter(good -> good.getKind().equals("goal-reached")))
                .hasSize(3);
        assertThat(plan().getStatus()).isEqualTo("active");
        assertThat(goal("revenue").getCurrent()).isEqualTo(3_000_00.0);
        assertThat(issues).extracting(IssueEvent::getType).endsWith("resolved");

        byManager(new PlanComplete(PLAN, PlanOutcome.MET));

        assertThat(end().getDecided()).isEqualTo("met");
        assertThat(end().getSuggested()).isEqualTo("met");
    }

    private PlanEnd end() {
        return plans.stream()
                .filter(event -> event.getType().equals("completed"))
                .map(event -> (PlanEnd) event.getDetail())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anotherEndsNotMetAfterAnExtension() {
        agreedOnUntil(30);
        lost("lost-2", 5);
        closesUpTo(32);
        byManager(new PlanExtend(PLAN, EVE.plusDays(45)));
        closesUpTo(47);
        byManager(new PlanComplete(PLAN, PlanOutcome.NOT_MET));
        closesUpTo(49);

        assertThat(typesOfPlanEvents())
                .containsSubsequence(
                        "deadline-passed", "extended", "deadline-passed", "completed", "reinforcement-started")
                .contains("pace-changed", "check-in-missed")
                .doesNotContain("goal-reached");
        assertThat(end().getSuggested()).isEqualTo("not-met");
        assertThat(recognitions).isEmpty();
    }

    @Test
    void aThirdIsCancelledBecauseACorrectionWithdrewTheIssue() {
        agreedOnUntil(QUARTER);
        closesUpTo(5);

        won("forgotten", -8, 900_00);
        closesUpTo(6);

        assertThat(issues.getLast())
                .extracting(IssueEvent::getType, IssueEvent::getEntities)
                .containsExactly("withdrawn", List.of("deal:forgotten"));
        assertThat(typesOfPlanEvents()).contains("ground-withdrawn");
        byManager(new PlanCancel(PLAN));
        assertThat(plan().getStatus()).isEqualTo("cancelled");
    }

    @Test
    void aCorrectionMovesProgressBeforeAnyFurtherWatermarkAndIsToldWithItsDealAtTheNextEvaluation() {
        agreedOnUntil(QUARTER);
        closesUpTo(5);
        assertThat(goal("revenue").getCurrent()).isEqualTo(2_000_00.0);

        won("last-2", -5, 800_00);
        collect();

        assertThat(goal("revenue").getCurrent()).isEqualTo(1_800_00.0);
        assertThat(typesOfPlanEvents()).doesNotContain("figure-corrected");
        closesUpTo(6);
        List<FigureCorrected> corrected = plans.stream()
                .filter(event -> event.getType().equals("figure-corrected"))
                .map(event -> (FigureCorrected) event.getDetail())
                .toList();
        assertThat(corrected)
                .containsExactly(new FigureCorrected(
                        "revenue", EVE.plusDays(5), 2_000_00.0, 1_800_00.0, List.of("deal:last-2")));
    }

    @Test
    void theSameCommandsAreAllRefusedToTheRepButTheAcknowledgement() {
        byManager(new PlanDraft(PLAN, terms(QUARTER)));
        Map<String, Object> forManagers = Map.ofEntries(
                entry("x1", new PlanPropose(PLAN)),
                entry("x2", new PlanActivate(PLAN)),
                entry("x3", new PlanExtend(PLAN, EVE.plusDays(QUARTER + 7))),
                entry("x4", new PlanComplete(PLAN, PlanOutcome.MET)));

        forManagers.forEach((id, command) -> at.command(REP, Said.byRep(id, REP, command)));

        assertThat(at.last(at.catalogue().commandResults()).values()).hasSize(4).allSatisfy(outcome -> {
            assertThat(outcome.getAccepted()).isFalse();
            assertThat(outcome.getRule()).isEqualTo("wrong-role");
        });
    }
}
