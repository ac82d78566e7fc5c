package io.upswing.app.topology;

import io.upswing.app.avro.IssueRecords;
import io.upswing.app.avro.PlanRecords;
import io.upswing.app.topology.Emission.Route;
import io.upswing.core.issues.IssueEvent;
import io.upswing.core.issues.Track;
import io.upswing.core.plans.PlanEvent;
import io.upswing.core.plans.Progress;
import io.upswing.core.plans.Recognition;
import io.upswing.core.rep.CommandResult;
import io.upswing.schemas.topics.TopicCatalogue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Writes what the rep stage tells of issues, plans and commands. */
final class CaseOutlet {
    private final TopicCatalogue topics;
    private final Outlet outlet;

    CaseOutlet(TopicCatalogue topics, Outlet outlet) {
        this.topics = topics;
        this.outlet = outlet;
    }

    void issue(IssueEvent event) {
        outlet.write(Route.ISSUE_EVENTS, event.rep(), topics.issueEvents(), IssueRecords.toAvro(event));
    }

    void issueNow(String rep, String rule, Track track) {
        outlet.write(
                Route.ISSUES_CURRENT, rep + "|" + rule, topics.issuesCurrent(), IssueRecords.toAvro(rep, rule, track));
    }

    void plan(PlanEvent event) {
        outlet.write(Route.PLAN_EVENTS, event.rep(), topics.planEvents(), PlanRecords.toAvro(event));
    }

    void planNow(Progress progress) {
        outlet.write(
                Route.PLANS_CURRENT,
                progress.rep() + "|" + progress.plan(),
                topics.plansCurrent(),
                PlanRecords.toAvro(progress));
    }

    void recognition(Recognition recognition) {
        outlet.write(Route.RECOGNITIONS, recognition.rep(), topics.recognitions(), PlanRecords.toAvro(recognition));
    }

    void result(CommandResult result) {
        outlet.write(Route.COMMAND_RESULTS, result.id(), topics.commandResults(), IssueRecords.toAvro(result));
    }

    /** Each has one schema looked up. */
    List<Runnable> schemaLookups() {
        return List.of(
                () -> topics.issueEvents().serialized(Blank.issueEvent()),
                () -> topics.issuesCurrent().serialized(Blank.issueCurrent()),
                () -> topics.planEvents().serialized(Blank.planEvent()),
                () -> topics.plansCurrent().serialized(Blank.planCurrent()),
                () -> topics.recognitions().serialized(Blank.recognition()),
                () -> topics.commandResults().serialized(Blank.outcome()));
    }

    /** Records that are never sent. */
    private static final class Blank {
        private static final LocalDate DAY = LocalDate.EPOCH;

        private Blank() {}

        static io.upswing.schemas.IssueEvent issueEvent() {
            return io.upswing.schemas.IssueEvent.newBuilder()
                    .setEventId("")
                    .setDay(DAY)
                    .setSequence(0)
                    .setAt(Instant.EPOCH)
                    .setType("")
                    .setIssue("")
                    .setRep("")
                    .setRule("")
                    .setRuleVersion(0)
                    .setEpisode(0)
                    .setSeverity("")
                    .setPage(false)
                    .setEntities(List.of())
                    .setSentence("")
                    .build();
        }

        static io.upswing.schemas.IssueCurrent issueCurrent() {
            return IssueRecords.toAvro("", "", Track.NEW);
        }

        static io.upswing.schemas.PlanEvent planEvent() {
            return io.upswing.schemas.PlanEvent.newBuilder()
                    .setEventId("")
                    .setDay(DAY)
                    .setSequence(0)
                    .setAt(Instant.EPOCH)
                    .setType("")
                    .setPlan("")
                    .setRep("")
                    .setSentence("")
                    .build();
        }

        static io.upswing.schemas.PlanCurrent planCurrent() {
            return io.upswing.schemas.PlanCurrent.newBuilder()
                    .setPlan("")
                    .setRep("")
                    .setStatus("")
                    .setOpenDay(DAY)
                    .setDeadline(DAY)
                    .setDaysLeft(0)
                    .setPace("")
                    .setGoals(List.of())
                    .setActions(0)
                    .setActionsDone(0)
                    .setActionsLate(0)
                    .setCheckInsHeld(0)
                    .setCheckInsMissed(0)
                    .build();
        }

        static io.upswing.schemas.RecognitionEvent recognition() {
            return io.upswing.schemas.RecognitionEvent.newBuilder()
                    .setRecognitionId("")
                    .setKind("")
                    .setRep("")
                    .setPlan("")
                    .setGoal("")
                    .setEventId("")
                    .setDay(DAY)
                    .setAt(Instant.EPOCH)
                    .setSentence("")
                    .build();
        }

        static io.upswing.schemas.CommandOutcome outcome() {
            return io.upswing.schemas.CommandOutcome.newBuilder()
                    .setCommandId("")
                    .setRep("")
                    .setDay(DAY)
                    .setAccepted(true)
                    .setEvents(List.of())
                    .build();
        }
    }
}
