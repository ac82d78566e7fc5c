package io.upswing.app.reliability;

import io.upswing.producers.csv.ImportRecord;
import io.upswing.producers.csv.Supplement;
import io.upswing.schemas.ActionKind;
import io.upswing.schemas.Author;
import io.upswing.schemas.AuthorRole;
import io.upswing.schemas.CommandEvent;
import io.upswing.schemas.DismissReason;
import io.upswing.schemas.GoalPeriod;
import io.upswing.schemas.GoalWindow;
import io.upswing.schemas.IssueAcknowledge;
import io.upswing.schemas.IssueDismiss;
import io.upswing.schemas.IssueDispute;
import io.upswing.schemas.IssueSilence;
import io.upswing.schemas.PlanAcknowledge;
import io.upswing.schemas.PlanAction;
import io.upswing.schemas.PlanActivate;
import io.upswing.schemas.PlanAddAction;
import io.upswing.schemas.PlanCancel;
import io.upswing.schemas.PlanComplete;
import io.upswing.schemas.PlanCompleteAction;
import io.upswing.schemas.PlanDraft;
import io.upswing.schemas.PlanEdit;
import io.upswing.schemas.PlanExtend;
import io.upswing.schemas.PlanGoal;
import io.upswing.schemas.PlanHoldCheckIn;
import io.upswing.schemas.PlanOutcome;
import io.upswing.schemas.PlanPause;
import io.upswing.schemas.PlanPropose;
import io.upswing.schemas.PlanResume;
import io.upswing.schemas.PlanTerms;
import io.upswing.schemas.TargetChange;
import io.upswing.schemas.TargetValue;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a manager and reps command, day by day: every {@value #EVERY} days a plan begins for each rep, and goes through its
 * life, while issues are answered. Some commands come twice, some are not allowed. A day's commands follow from the day alone.
 */
final class CaseCommands implements Supplement {
    private static final int EVERY = 12;
    private static final Author MANAGER = new Author("m1", AuthorRole.MANAGER);

    private final LocalDate first;
    private final List<String> reps;

    /** @param first the day on which the first plans begin */
    CaseCommands(LocalDate first, List<String> reps) {
        this.first = first;
        this.reps = List.copyOf(reps);
    }

    @Override
    public Stream<ImportRecord> records(LocalDate day) {
        return day.isBefore(first) ? Stream.empty() : reps.stream().flatMap(rep -> new Day(rep, day).records.stream());
    }

    /** The commands about one rep on one day. */
    private final class Day {
        private final List<ImportRecord> records = new ArrayList<>();
        private final String rep;
        private final LocalDate day;
        private final String plan;
        private final String planBefore;

        Day(String rep, LocalDate day) {
            this.rep = rep;
            this.day = day;
            int days = (int) ChronoUnit.DAYS.between(first, day);
            plan = "p" + days / EVERY;
            planBefore = "p" + (days / EVERY - 1);
            switch (days % EVERY) {
                case 0 -> draft();
                case 1 -> begin();
                case 2 -> answerIssues();
                case 3 -> by(MANAGER, "pause", new PlanPause(plan));
                case 5 -> goOn();
                case 8 -> extend();
                case 10 -> end();
                default -> {
                    // A quiet day.
                }
            }
        }

        private void draft() {
            by(MANAGER, "draft", new PlanDraft(plan, terms(45)));
            by(MANAGER, "draft", new PlanDraft(plan, terms(45)));
            by(MANAGER, "edit", new PlanEdit(plan, terms(14)));
            by(MANAGER, "too-soon", new PlanHoldCheckIn(plan));
            by(MANAGER, "propose", new PlanPropose(plan));
        }

        private PlanTerms terms(int days) {
            PlanGoal wins = new PlanGoal("wins", "deals_won", new GoalWindow("30d"), new TargetValue("3"), List.of());
            PlanGoal more =
                    new PlanGoal("more", "deals_created", new GoalWindow("30d"), new TargetChange("0.2"), List.of());
            PlanGoal revenue = new PlanGoal(
                    "revenue",
                    "revenue",
                    new GoalPeriod(day, day.plusDays(days - 1)),
                    new TargetValue("3000000"),
                    List.of());
            return new PlanTerms("revenue-floor", List.of(wins, more, revenue), List.of(), day.plusDays(days), 3);
        }

        private void begin() {
            Author self = new Author(rep, AuthorRole.REP);
            by(self, "acknowledge", new PlanAcknowledge(plan));
            by(self, "not-the-reps", new PlanActivate(plan));
            by(MANAGER, "activate", new PlanActivate(plan));
            by(
                    MANAGER,
                    "add",
                    new PlanAddAction(plan, new PlanAction("a1", ActionKind.COACHING, "m1", day.plusDays(9), null)));
        }

        private void answerIssues() {
            for (String rule : CaseRules.RULES) {
                by(MANAGER, "seen-" + rule, new IssueAcknowledge(rule, null, null));
            }
            by(MANAGER, "silence", new IssueSilence("revenue-floor", null, day.plusDays(5), null));
            by(
                    new Author(rep, AuthorRole.REP),
                    "dispute",
                    new IssueDispute("revenue-floor", null, List.of("d1", "d2"), null));
            by(MANAGER, "dismiss", new IssueDismiss("stale-deals", null, DismissReason.KNOWN_CAUSE, null));
        }

        private void goOn() {
            by(MANAGER, "resume", new PlanResume(plan));
            by(MANAGER, "check-in", new PlanHoldCheckIn(plan));
            by(MANAGER, "done", new PlanCompleteAction(plan, "a1"));
            by(MANAGER, "no-such-action", new PlanCompleteAction(plan, "a2"));
            by(MANAGER, "no-such-plan", new PlanPause("p-none"));
        }

        private void extend() {
            by(MANAGER, "extend", new PlanExtend(planBefore, day.plusDays(30)));
            by(MANAGER, "not-longer", new PlanExtend(planBefore, day.plusDays(7)));
        }

        /** Every other plan ends with an outcome; and once more, under an id of its own and under the same. */
        private void end() {
            Object end = rep.hashCode() % 2 == 0
                    ? new PlanComplete(planBefore, PlanOutcome.PARTLY_MET)
                    : new PlanCancel(planBefore);
            by(MANAGER, "end", end);
            by(MANAGER, "end", end);
            by(MANAGER, "end-again", end);
        }

        private void by(Author author, String what, Object command) {
            records.add(new ImportRecord.OfCommand(
                    rep,
                    new CommandEvent(
                            rep + "-" + plan + "-" + what,
                            null,
                            day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                            author,
                            null,
                            command)));
        }
    }
}
