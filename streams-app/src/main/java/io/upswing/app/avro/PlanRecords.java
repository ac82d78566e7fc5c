package io.upswing.app.avro;

import static io.upswing.app.avro.IssueRecords.author;
import static io.upswing.app.avro.IssueRecords.date;
import static io.upswing.app.avro.IssueRecords.id;
import static io.upswing.app.avro.IssueRecords.number;

import io.upswing.core.kpi.KpiValue;
import io.upswing.core.plans.Baseline;
import io.upswing.core.plans.Detail;
import io.upswing.core.plans.PlanEvent;
import io.upswing.core.plans.Progress;
import io.upswing.core.plans.Recognition;
import io.upswing.core.time.Days;
import io.upswing.schemas.ActionAdded;
import io.upswing.schemas.ActionDone;
import io.upswing.schemas.CheckInDay;
import io.upswing.schemas.FigureCorrected;
import io.upswing.schemas.GoalAttainment;
import io.upswing.schemas.GoalBaseline;
import io.upswing.schemas.GoalMilestones;
import io.upswing.schemas.GoalProgress;
import io.upswing.schemas.GoalValue;
import io.upswing.schemas.MilestoneState;
import io.upswing.schemas.MilestoneValue;
import io.upswing.schemas.PaceChanged;
import io.upswing.schemas.PlanAgreed;
import io.upswing.schemas.PlanCurrent;
import io.upswing.schemas.PlanDeadlineMoved;
import io.upswing.schemas.PlanEnd;
import io.upswing.schemas.PlanStarted;
import io.upswing.schemas.RecognitionEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Plans for other systems. */
public final class PlanRecords {
    private PlanRecords() {}

    /** Something that happened. */
    public static io.upswing.schemas.PlanEvent toAvro(PlanEvent event) {
        return io.upswing.schemas.PlanEvent.newBuilder()
                .setEventId(event.stamp().id())
                .setDay(Days.date(event.stamp().day()))
                .setSequence(event.stamp().sequence())
                .setAt(Instant.ofEpochMilli(event.stamp().at()))
                .setType(id(event.type()))
                .setPlan(event.plan())
                .setRep(event.rep())
                .setCommand(event.cause().command().orElse(null))
                .setAuthor(author(event.cause().author()))
                .setNote(event.cause().note().orElse(null))
                .setDetail(detail(event.detail()))
                .setSentence(event.sentence())
                .build();
    }

    private static @Nullable Object detail(Detail detail) {
        return switch (detail) {
            case Detail.None ignored -> null;
            case Detail.Terms agreed ->
                new PlanAgreed(
                        PlanTermsAvro.toAvro(agreed.terms()),
                        agreed.baselines().entrySet().stream()
                                .map(entry -> baseline(entry.getKey(), entry.getValue()))
                                .toList());
            case Detail.Start start ->
                new PlanStarted(
                        Days.date(start.day()),
                        start.milestones().entrySet().stream()
                                .map(entry -> new GoalMilestones(
                                        entry.getKey(),
                                        entry.getValue().stream()
                                                .map(PlanTermsAvro::toAvro)
                                                .toList()))
                                .toList());
            case Detail.Deadline moved ->
                new PlanDeadlineMoved(Days.date(moved.deadline()), Days.date(moved.from()), moved.shift());
            case Detail.Added added -> new ActionAdded(PlanTermsAvro.toAvro(added.action()));
            case Detail.Done done -> new ActionDone(done.action(), Days.date(done.day()));
            case Detail.CheckIn checkIn -> new CheckInDay(Days.date(checkIn.day()));
            case Detail.Reached goal -> new GoalValue(goal.goal(), Days.date(goal.day()), goal.value(), goal.target());
            case Detail.Milestone milestone ->
                new MilestoneValue(milestone.goal(), Days.date(milestone.due()), milestone.value(), milestone.target());
            case Detail.Corrected corrected ->
                new FigureCorrected(
                        corrected.goal(),
                        Days.date(corrected.day()),
                        corrected.before(),
                        corrected.after(),
                        corrected.entities());
            case Detail.Paced pace ->
                new PaceChanged(pace.goal(), pace.before().id(), pace.after().id());
            case Detail.End end ->
                new PlanEnd(
                        end.decided().id(),
                        end.suggested().id(),
                        end.attainments().entrySet().stream()
                                .map(entry -> new GoalAttainment(entry.getKey(), entry.getValue()))
                                .toList());
        };
    }

    private static GoalBaseline baseline(String goal, Baseline baseline) {
        KpiValue value = baseline.value();
        return GoalBaseline.newBuilder()
                .setGoal(goal)
                .setDay(Days.date(baseline.day()))
                .setValue(number(value.value()))
                .setNumerator(value.numerator())
                .setDenominator(value.denominator())
                .setSample(value.sample())
                .setMarket(number(baseline.market()))
                .build();
    }

    /** How far a plan is. */
    public static PlanCurrent toAvro(Progress progress) {
        return PlanCurrent.newBuilder()
                .setPlan(progress.plan())
                .setRep(progress.rep())
                .setStatus(progress.status().id())
                .setOpenDay(Days.date(progress.day()))
                .setStarted(date(progress.started()))
                .setDeadline(Days.date(progress.deadline()))
                .setDaysLeft(progress.daysLeft())
                .setPace(progress.pace().id())
                .setAnswers(progress.answers().orElse(null))
                .setGoals(progress.goals().stream().map(PlanRecords::goal).toList())
                .setActions(progress.actions())
                .setActionsDone(progress.actionsDone())
                .setActionsLate(progress.actionsLate())
                .setCheckInsHeld(progress.checkInsHeld())
                .setCheckInsMissed(progress.checkInsMissed())
                .setNextCheckIn(date(progress.nextCheckIn()))
                .setOutcome(progress.outcome().map(outcome -> outcome.id()).orElse(null))
                .build();
    }

    private static GoalProgress goal(Progress.OfGoal goal) {
        return GoalProgress.newBuilder()
                .setGoal(goal.id())
                .setKpi(goal.kpi().id())
                .setTimeframe(goal.timeframe())
                .setBaseline(number(goal.baseline().value().value()))
                .setBaselineDay(Days.date(goal.baseline().day()))
                .setCurrent(number(goal.current().value()))
                .setTarget(goal.target().doubleValue())
                .setFraction(goal.fraction())
                .setExpected(goal.expected().doubleValue())
                .setExpectedFraction(goal.expectedFraction())
                .setPace(goal.pace().id())
                .setPaceNow(goal.paceNow().id())
                .setReachedOn(date(goal.reachedOn()))
                .setMilestones(goal.milestones().stream()
                        .map(milestone -> MilestoneState.newBuilder()
                                .setDay(Days.date(milestone.day()))
                                .setValue(milestone.value().doubleValue())
                                .setMet(milestone.met().orElse(null))
                                .build())
                        .toList())
                .setMarket(number(goal.market()))
                .setMarketBaseline(number(goal.baseline().market()))
                .build();
    }

    /** The good news. */
    public static RecognitionEvent toAvro(Recognition recognition) {
        return RecognitionEvent.newBuilder()
                .setRecognitionId(recognition.id())
                .setKind(recognition.kind().id())
                .setRep(recognition.rep())
                .setPlan(recognition.plan())
                .setGoal(recognition.goal())
                .setEventId(recognition.event().id())
                .setDay(Days.date(recognition.event().day()))
                .setAt(Instant.ofEpochMilli(recognition.event().at()))
                .setSentence(recognition.sentence())
                .build();
    }
}
