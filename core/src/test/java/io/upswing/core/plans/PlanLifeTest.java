package io.upswing.core.plans;

import static io.upswing.core.plans.PlanStory.action;
import static io.upswing.core.plans.PlanStory.begun;
import static io.upswing.core.plans.PlanStory.epoch;
import static io.upswing.core.plans.PlanStory.goal;
import static io.upswing.core.plans.PlanStory.point;
import static io.upswing.core.plans.PlanStory.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.Measure;
import io.upswing.core.plans.Plan.Status;
import io.upswing.core.plans.PlanTerms.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A plan from close to close; see {@link PlanStory} for its numbers. */
class PlanLifeTest {
    @Test
    void aGoalIsReachedOnceAndRecognized() {
        PlanStory story = begun(goal());

        story.closes(day -> day.won(epoch(1), 1_999))
                .closes(day -> day.won(epoch(2), 1))
                .closesUpTo(5);

        assertThat(story.told("GOAL_REACHED")).containsExactly("GOAL_REACHED 2");
        assertThat(story.recognized).containsExactly("goal-reached");
        assertThat(story.progress().goals().getFirst().reachedOn()).isEqualTo(OptionalInt.of(epoch(2)));
    }

    @Test
    void aCorrectionTakesAReachedGoalBackAndNamesTheDeal() {
        PlanStory story = begun(goal()).closes(day -> day.won(epoch(1), 2_000));

        story.closes(day -> day.corrects("deal:D1", epoch(1), Measure.REVENUE, -500)
                .corrects("activity:A1", epoch(1), Measure.CALLS, 1));

        assertThat(story.told).containsExactly("GOAL_REACHED 1", "FIGURE_CORRECTED 2", "GOAL_UNREACHED 2");
        assertThat(story.recognized).containsExactly("goal-reached", "taken-back");
        assertThat(story.events.get(story.events.size() - 2).detail())
                .isEqualTo(new Detail.Corrected("more", epoch(1), 12_000, 11_500, List.of("deal:D1")));
        assertThat(story.progress().goals().getFirst().reachedOn()).isEmpty();
    }

    @Test
    void aCorrectionThatMovesNoFigureIsNotTold() {
        PlanStory story = begun(goal()).closesUpTo(1);

        story.closes(day -> day.corrects("deal:D1", epoch(-200), Measure.REVENUE, -500));

        assertThat(story.told).isEmpty();
    }

    @Test
    void aMilestoneIsMetOrMissedOnItsDay() {
        PlanStory story = begun(goal(point(3, 10_500), point(5, 11_000)));

        story.closesUpTo(2).closes(day -> day.won(epoch(3), 600)).closesUpTo(6);

        assertThat(story.told("MILESTONE_MET", "MILESTONE_MISSED"))
                .containsExactly("MILESTONE_MET 3", "MILESTONE_MISSED 5");
        assertThat(story.recognized).containsExactly("milestone-met");
        assertThat(story.progress().goals().getFirst().milestones())
                .extracting(Progress.OfMilestone::met)
                .containsExactly(Optional.of(true), Optional.of(false));
    }

    @Test
    void aCorrectionJudgesAMilestoneAgainAndTakesItsRecognitionBack() {
        PlanStory story = begun(goal(point(3, 10_500)));
        story.closesUpTo(2).closes(day -> day.won(epoch(3), 600));

        story.closes(day -> day.corrects("deal:D1", epoch(3), Measure.REVENUE, -200));

        assertThat(story.told("MILESTONE_MET", "MILESTONE_MISSED"))
                .containsExactly("MILESTONE_MET 3", "MILESTONE_MISSED 4");
        assertThat(story.recognized).containsExactly("milestone-met", "taken-back");
    }

    @Test
    void aPaceChangesWhenItHasLastedThreeCloses() {
        PlanStory story = begun(goal());

        story.closesUpTo(7);
        assertThat(story.progress().goals().getFirst())
                .extracting(Progress.OfGoal::pace, Progress.OfGoal::paceNow)
                .containsExactly(Pace.ON_TRACK, Pace.ON_TRACK);
        story.closesUpTo(9);
        assertThat(story.progress().goals().getFirst())
                .extracting(Progress.OfGoal::pace, Progress.OfGoal::paceNow)
                .containsExactly(Pace.ON_TRACK, Pace.AT_RISK);

        // A tenth of 60 days behind it is at risk: from day 8 on, three closes later it lasts.
        story.closesUpTo(30);

        assertThat(story.told("PACE_CHANGED")).containsExactly("PACE_CHANGED 10", "PACE_CHANGED 22");
        assertThat(story.progress().pace()).isEqualTo(Pace.OFF_TRACK);
    }

    @Test
    void aPaceThatSwingsBackDoesNotChange() {
        PlanStory story = begun(goal()).closesUpTo(9);

        story.closes(day -> day.won(epoch(10), 400)).closesUpTo(12);

        assertThat(story.told("PACE_CHANGED")).isEmpty();
    }

    @Test
    void checkInsAreDueInTheirRhythmAndMissedOnes() {
        PlanStory story = begun(goal()).closesUpTo(7);
        story.manager(new PlanCommand.HoldCheckIn("p")).closesUpTo(15);

        assertThat(story.told("CHECK_IN_HELD", "CHECK_IN_MISSED"))
                .containsExactly("CHECK_IN_HELD 8", "CHECK_IN_MISSED 15");
        assertThat(story.progress().nextCheckIn()).isEqualTo(OptionalInt.of(epoch(15)));
        assertThat(story.closesUpTo(16).progress().nextCheckIn()).isEqualTo(OptionalInt.of(epoch(22)));
        assertThat(story.progress())
                .extracting(Progress::checkInsHeld, Progress::checkInsMissed)
                .containsExactly(1, 1);
    }

    @Test
    void aPauseMovesWhatIsDueByItsDays() {
        PlanStory story = begun(goal(point(10, 10_500)), action("a", Kind.OTHER, 9), action("b", Kind.OTHER, 3));
        story.closesUpTo(4).manager(new PlanCommand.Pause("p")).closesUpTo(24);

        story.manager(new PlanCommand.Resume("p"));

        assertThat(story.plan.terms().deadline()).isEqualTo(epoch(81));
        assertThat(story.plan.terms().actions())
                .extracting(PlanTerms.ActionTerms::due)
                .containsExactly(epoch(29), epoch(3));
        assertThat(story.plan.milestones("more")).containsExactly(point(30, 10_500));
        assertThat(story.progress().nextCheckIn()).isEqualTo(OptionalInt.of(epoch(28)));
        assertThat(story.told).containsExactly("PAUSED 5", "RESUMED 25");
    }

    @Test
    void aCheckInBeforeAPauseCountsAfterIt() {
        PlanStory story = begun(goal()).closesUpTo(4);
        story.manager(new PlanCommand.HoldCheckIn("p")).closesUpTo(5).manager(new PlanCommand.Pause("p"));

        story.closesUpTo(19).manager(new PlanCommand.Resume("p")).closesUpTo(30);

        assertThat(story.told("CHECK_IN_MISSED", "RESUMED")).containsExactly("RESUMED 20", "CHECK_IN_MISSED 29");
    }

    @Test
    void aPauseMovesTheEndOfAPeriodThatIsNotOver() {
        PlanStory story = begun(PlanStory.period(Kpi.REVENUE, 2, 50, 20_000)).closesUpTo(4);

        story.manager(new PlanCommand.Pause("p")).closesUpTo(14).manager(new PlanCommand.Resume("p"));

        assertThat(story.plan.terms().goals().getFirst().timeframe())
                .isEqualTo(new Timeframe.OfPeriod(epoch(2), epoch(60)));
    }

    @Test
    void aPeriodThatHasNotBegunIsWaitedFor() {
        PlanStory story = begun(PlanStory.period(Kpi.REVENUE, 20, 50, 20_000));

        story.closes(day -> day.won(epoch(2), 30_000)).closesUpTo(10);

        assertThat(story.told("GOAL_REACHED", "PACE_CHANGED")).isEmpty();
        assertThat(story.progress().goals().getFirst())
                .extracting(Progress.OfGoal::fraction, Progress.OfGoal::expectedFraction)
                .containsExactly(0.0, 0.0);
    }

    @Test
    void aCoachingInTheCrmCompletesTheNextActionOfItsKind() {
        PlanStory story = begun(
                goal(),
                action("late", Kind.COACHING, 20),
                action("soon", Kind.COACHING, 10),
                action("course", Kind.TRAINING, 10),
                action("read", Kind.RESOURCE, 10));

        story.closes(day -> day.add(epoch(0), Measure.COACHINGS, 1).add(epoch(1), Measure.COACHINGS, 1))
                .closes(day -> day.add(epoch(2), Measure.TRAININGS, 1));

        assertThat(story.plan.done("soon")).isEqualTo(OptionalInt.of(epoch(1)));
        assertThat(story.plan.done("course")).isEqualTo(OptionalInt.of(epoch(2)));
        assertThat(story.plan.done("late")).isEmpty();
        assertThat(story.progress().actionsDone()).isEqualTo(2);
        assertThat(story.closesUpTo(11).progress().actionsLate()).isEqualTo(1);
    }

    @Test
    void anActivityFromBeforeAnActionWasAddedDoesNotCompleteIt() {
        PlanStory story = begun(goal());
        story.closes(day -> day.add(epoch(1), Measure.COACHINGS, 1));
        story.manager(new PlanCommand.AddAction("p", action("new", Kind.COACHING, 20)));

        story.closes(day -> day.corrects("activity:A1", epoch(1), Measure.COACHINGS, 1));
        assertThat(story.plan.done("new")).isEmpty();
        story.closes(day -> day.corrects("activity:A2", epoch(2), Measure.COACHINGS, 1));

        assertThat(story.plan.done("new")).isEqualTo(OptionalInt.of(epoch(3)));
    }

    @Test
    void anActivityFromBeforeThePlanBeganCompletesNothing() {
        PlanStory story = new PlanStory().acknowledged(goal(), action("one", Kind.COACHING, 20));
        story.closes(day -> day.add(epoch(1), Measure.COACHINGS, 1)).manager(new PlanCommand.Activate("p"));

        story.closesUpTo(3);

        assertThat(story.plan.done("one")).isEmpty();
    }

    @Test
    void anEarlyActivityIsLeftToTheActionsThatItCanComplete() {
        PlanStory story = begun(goal(), action("old", Kind.COACHING, 30));
        story.closesUpTo(1).manager(new PlanCommand.AddAction("p", action("new", Kind.COACHING, 10)));

        story.closes(day -> day.add(epoch(1), Measure.COACHINGS, 1));
        assertThat(story.plan.done("old")).isEqualTo(OptionalInt.of(epoch(2)));
        story.closes(day -> day.add(epoch(3), Measure.COACHINGS, 1));

        assertThat(story.plan.done("new")).isEqualTo(OptionalInt.of(epoch(3)));
    }

    @Test
    void whatHappensLeavesThePlanAsItWasBefore() {
        PlanStory story = begun(goal(), action("one", Kind.COACHING, 10));
        Plan before = story.plan;

        story.manager(new PlanCommand.HoldCheckIn("p"));
        Plan after = before.plus(story.events.getLast());

        assertThat(after.checkInsHeld()).hasSize(1);
        assertThat(before.checkInsHeld()).isEmpty();
        assertThat(before.events()).hasSize(after.events().size() - 1);
    }

    @Test
    void anActionIsOpenAgainWhenItsActivityIsGone() {
        PlanStory story = begun(goal(), action("one", Kind.COACHING, 10), action("two", Kind.COACHING, 20));
        story.manager(new PlanCommand.CompleteAction("p", "one"));
        story.closes(day -> day.add(epoch(1), Measure.COACHINGS, 2));
        assertThat(story.told).containsExactly("ACTION_COMPLETED 1", "ACTION_COMPLETED 1");

        story.closes(day -> day.corrects("activity:A1", epoch(1), Measure.COACHINGS, -2));

        assertThat(story.told).endsWith("ACTION_REOPENED 2");
        assertThat(story.plan.done("two")).isEmpty();
        assertThat(story.plan.done("one")).isPresent();
    }

    @Test
    void theDeadlinePassesWithASuggestionAndNothingIsReachedAfterIt() {
        PlanStory story = begun(goal()).closesUpTo(60);

        story.closes(day -> day.won(epoch(61), 1_200)).closes(day -> day.won(epoch(62), 5_000));

        assertThat(story.told("DEADLINE_PASSED", "GOAL_REACHED")).containsExactly("DEADLINE_PASSED 61");
        assertThat(story.plan.end().orElseThrow().suggested()).isEqualTo(Outcome.PARTLY_MET);
        assertThat(story.progress().outcome()).isEmpty();
        story.manager(new PlanCommand.Complete("p", Outcome.NOT_MET));
        assertThat(story.plan.end().orElseThrow().attainments()).containsEntry("more", 0.6);
        assertThat(story.progress().outcome()).contains(Outcome.NOT_MET);
    }

    @Test
    void whatIsLearnedAfterTheDeadlineOfTheDaysBeforeStillReachesAGoal() {
        PlanStory story = begun(goal()).closesUpTo(62);

        story.closes(day -> day.corrects("deal:D1", epoch(60), Measure.REVENUE, 2_000));

        assertThat(story.told("GOAL_REACHED")).containsExactly("GOAL_REACHED 63");
        assertThat(story.plan.reached("more")).isEqualTo(OptionalInt.of(epoch(61)));
    }

    @Test
    void anExtensionLetsTheDeadlinePassAgain() {
        PlanStory story = begun(goal()).closesUpTo(61);

        story.manager(new PlanCommand.Extend("p", epoch(70))).closesUpTo(70);

        assertThat(story.told("DEADLINE_PASSED", "EXTENDED"))
                .containsExactly("DEADLINE_PASSED 61", "EXTENDED 62", "DEADLINE_PASSED 70");
    }

    @Test
    void aPauseAfterTheDeadlineDoesNotMoveIt() {
        PlanStory story = begun(goal()).closesUpTo(62).manager(new PlanCommand.Pause("p"));

        assertThat(story.progress().outcome()).isEmpty();
        story.closesUpTo(70).manager(new PlanCommand.Resume("p")).closesUpTo(75);

        assertThat(story.plan.terms().deadline()).isEqualTo(epoch(61));
        assertThat(story.told("DEADLINE_PASSED")).containsExactly("DEADLINE_PASSED 61");
    }

    @Test
    void aRevisedTargetIsToBeReachedAnew() {
        PlanStory story = begun(goal()).closes(day -> day.won(epoch(1), 2_000));

        story.manager(new PlanCommand.Edit("p", terms(goal(new Target.Value(BigDecimal.valueOf(15_000))))))
                .closesUpTo(2)
                .closes(day -> day.won(epoch(3), 3_000));

        assertThat(story.told("GOAL_REACHED", "REVISED"))
                .containsExactly("GOAL_REACHED 1", "REVISED 2", "GOAL_REACHED 3");
    }

    @Test
    void aRevisionThatAsksForTheSameLeavesAReachedGoalReached() {
        PlanStory story = begun(goal()).closes(day -> day.won(epoch(1), 2_000));

        story.manager(new PlanCommand.Edit("p", terms(goal(), action("a", Kind.OTHER, 20))))
                .closesUpTo(4);

        assertThat(story.told("GOAL_REACHED", "REVISED")).containsExactly("GOAL_REACHED 1", "REVISED 2");
        assertThat(story.plan.started()).isEqualTo(OptionalInt.of(epoch(1)));
    }

    @Test
    void aRevisedMeasureIsNotComparedWithWhatWasSeenOfTheOldOne() {
        PlanStory story = begun(goal()).closesUpTo(3);
        PlanTerms.GoalTerms other = new PlanTerms.GoalTerms(
                "more", Kpi.DEALS_WON, goal().timeframe(), new Target.Value(BigDecimal.TEN), List.of());

        story.manager(new PlanCommand.Edit("p", terms(other)))
                .closes(day -> day.corrects("deal:D1", epoch(1), Measure.REVENUE, 7));

        assertThat(story.told).containsExactly("REVISED 4");
    }

    @Test
    void aRevisionLeavesPastMilestonesAsTheyWere() {
        PlanStory story = begun(goal(point(3, 10_100), point(9, 11_000))).closesUpTo(4);

        story.manager(new PlanCommand.Edit(
                "p", terms(goal(new Target.Value(BigDecimal.valueOf(15_000)), point(4, 10_050), point(9, 12_000)))));

        assertThat(story.plan.milestones("more")).containsExactly(point(3, 10_100), point(9, 12_000));
    }

    @Test
    void anIssueThatIsWithdrawnMarksThePlanThatAnswersIt() {
        PlanStory story = begun(goal()).groundIsWithdrawn().groundIsWithdrawn();

        assertThat(story.told).containsExactly("GROUND_WITHDRAWN 1");
        assertThat(story.plan.isGroundWithdrawn()).isTrue();
        assertThat(story.plan.status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void aCompletedPlanIsWatchedFor90DaysMore() {
        PlanStory story = begun(goal()).closesUpTo(61).manager(new PlanCommand.Complete("p", Outcome.NOT_MET));

        story.closesUpTo(200);

        assertThat(story.told("COMPLETED", "REINFORCEMENT_STARTED", "CLOSED"))
                .containsExactly("COMPLETED 62", "REINFORCEMENT_STARTED 63", "CLOSED 152");
        assertThat(story.progress().outcome()).contains(Outcome.NOT_MET);
    }

    @Test
    void aGoalsMarketIsTheTeamsAndWithoutTeamMatesTheCompanys() {
        PlanStory story = new PlanStory();
        story.known.hired(epoch(-500)).others("company", epoch(0), Measure.REVENUE, 700);
        story.acknowledged(goal()).manager(new PlanCommand.Activate("p")).closesUpTo(1);
        assertThat(story.progress().goals().getFirst().market()).hasValue(700);

        story.known.others("team:t1", epoch(0), Measure.REVENUE, 300);

        assertThat(story.closesUpTo(2).progress().goals().getFirst().market()).hasValue(300);
    }

    @Test
    void whatIsLearnedInAPauseIsLookedAtAfterIt() {
        PlanStory story = begun(goal(point(2, 10_500)))
                .closes(day -> day.won(epoch(1), 2_000))
                .closesUpTo(2)
                .manager(new PlanCommand.Pause("p"));

        story.closes(day -> day.corrects("deal:D1", epoch(1), Measure.REVENUE, -1_900))
                .closesUpTo(5);
        assertThat(story.told("FIGURE_CORRECTED", "GOAL_UNREACHED")).isEmpty();
        story.manager(new PlanCommand.Resume("p")).closesUpTo(8);

        assertThat(story.told("FIGURE_CORRECTED", "GOAL_UNREACHED", "MILESTONE_MISSED"))
                .containsExactly("FIGURE_CORRECTED 6", "GOAL_UNREACHED 6", "MILESTONE_MISSED 6");
    }

    @Test
    void aDayWhoseWindowIsNoLongerKeptIsNotJudgedAgain() {
        PlanStory story = begun(goal(point(2, 10_500)))
                .closes(day -> day.won(epoch(1), 2_000))
                .closesUpTo(3);

        story.closes(day -> day.keptFrom(epoch(-80)).won(epoch(-5), -10_000).pastChanged());

        assertThat(story.told("FIGURE_CORRECTED", "GOAL_UNREACHED", "MILESTONE_MISSED"))
                .isEmpty();
    }

    @Test
    void aCorrectionOfManyDealsNamesAHundredAndCountsTheRest() {
        PlanStory story = begun(goal()).closesUpTo(1);

        story.closes(day -> {
            for (int i = 100; i < 350; i++) {
                day.corrects("deal:" + i, epoch(1), Measure.REVENUE, -1);
            }
        });

        PlanEvent told = story.events.getLast();
        assertThat(((Detail.Corrected) told.detail()).entities()).hasSize(100);
        assertThat(told.sentence()).endsWith("by deal:100, deal:101, deal:102 and 247 more.");
    }

    @Test
    void aPauseLeavesAWholeMonthThatMonth() {
        PlanTerms.GoalTerms march = PlanStory.period(Kpi.REVENUE, 0, 30, 20_000);
        PlanTerms.GoalTerms goal = new PlanTerms.GoalTerms(
                "more", march.kpi(), march.timeframe(), march.target(), List.of(point(9, 5_000), point(25, 15_000)));
        PlanStory story = begun(goal).closesUpTo(4);

        story.manager(new PlanCommand.Pause("p")).closesUpTo(14).manager(new PlanCommand.Resume("p"));

        assertThat(story.plan.terms().goals().getFirst().timeframe()).isEqualTo(march.timeframe());
        assertThat(story.plan.milestones("more")).containsExactly(point(19, 5_000));
        assertThat(story.plan.terms().deadline()).isEqualTo(epoch(71));
    }

    @Test
    void milestonesThatNobodyGaveGoOnUpToALaterDeadline() {
        PlanStory story = begun(goal()).closesUpTo(40);

        story.manager(new PlanCommand.Extend("p", epoch(121)));

        assertThat(story.plan.milestones("more"))
                .extracting(PlanTerms.Point::day)
                .containsExactly(epoch(31), epoch(61), epoch(91));
        // From 11,000 on day 31 to 12,000 on day 121.
        assertThat(story.plan.milestones("more").getLast().value().doubleValue())
                .isBetween(11_666.0, 11_667.0);
    }

    @Test
    void aPlanThatAnswersAnotherIssueHasAnotherGround() {
        PlanStory story = begun(goal()).groundIsWithdrawn();

        story.manager(new PlanCommand.Edit("p", terms(goal(), action("a", Kind.OTHER, 20))));
        assertThat(story.plan.isGroundWithdrawn()).isTrue();
        PlanTerms other = new PlanTerms(Optional.of("other"), List.of(goal()), List.of(), epoch(61), 7);
        story.manager(new PlanCommand.Edit("p", other));

        assertThat(story.plan.isGroundWithdrawn()).isFalse();
    }

    @Test
    void aPlanThatHasEndedHasNoDaysLeft() {
        PlanStory story = begun(goal()).closesUpTo(2).manager(new PlanCommand.Complete("p", Outcome.MET));

        assertThat(story.closesUpTo(70).progress().daysLeft()).isZero();
    }
}
