package io.upswing.producers.story;

import io.upswing.producers.csv.ImportRecord;
import io.upswing.producers.csv.Supplement;
import io.upswing.schemas.ActionKind;
import io.upswing.schemas.Author;
import io.upswing.schemas.AuthorRole;
import io.upswing.schemas.CommandEvent;
import io.upswing.schemas.GoalWindow;
import io.upswing.schemas.IssueAcknowledge;
import io.upswing.schemas.Note;
import io.upswing.schemas.PlanAcknowledge;
import io.upswing.schemas.PlanAction;
import io.upswing.schemas.PlanActivate;
import io.upswing.schemas.PlanComplete;
import io.upswing.schemas.PlanCompleteAction;
import io.upswing.schemas.PlanDraft;
import io.upswing.schemas.PlanGoal;
import io.upswing.schemas.PlanHoldCheckIn;
import io.upswing.schemas.PlanOutcome;
import io.upswing.schemas.PlanPropose;
import io.upswing.schemas.PlanTerms;
import io.upswing.schemas.TargetValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the rep's manager, and the rep, do about the fall: from the issue to the end of the plan. */
final class StoryCommands implements Supplement {
    private static final String MANAGER = "simulated-manager";
    private static final LocalDate DRAFTED = LocalDate.of(2017, 9, 19);
    private static final LocalDate ACTIVATED = LocalDate.of(2017, 9, 25);
    private static final LocalDate REVIEWED = LocalDate.of(2017, 10, 4);
    private static final LocalDate HOLIDAY_WEEK = LocalDate.of(2017, 11, 20);
    private static final LocalDate DEADLINE = LocalDate.of(2017, 12, 15);
    private static final LocalDate DECIDED = LocalDate.of(2017, 12, 18);
    private static final int CHECK_IN_DAYS = 7;
    private static final int REVENUE = 50_000;
    private static final int WINS = 20;

    private final ZoneId zone;
    private final Currency currency;
    private final SortedMap<LocalDate, List<ImportRecord>> days = new TreeMap<>();

    StoryCommands(ZoneId zone, Currency currency) {
        this.zone = zone;
        this.currency = currency;
        by(AuthorRole.MANAGER, DRAFTED, "seen", Optional.empty(), new IssueAcknowledge(DemoStory.RULE, null, null));
        by(
                AuthorRole.MANAGER,
                DRAFTED,
                "draft",
                Optional.of("Wins have halved since mid-August. Qualification and follow-up are where it hurts."),
                new PlanDraft(DemoStory.PLAN, terms()));
        by(AuthorRole.MANAGER, DRAFTED.plusDays(1), "propose", Optional.empty(), new PlanPropose(DemoStory.PLAN));
        by(
                AuthorRole.REP,
                DRAFTED.plusDays(2),
                "acknowledge",
                Optional.of("Agreed. I would like the call reviews to be with Dana."),
                new PlanAcknowledge(DemoStory.PLAN));
        by(AuthorRole.MANAGER, ACTIVATED, "activate", Optional.empty(), new PlanActivate(DemoStory.PLAN));
        by(
                AuthorRole.MANAGER,
                REVIEWED,
                "review",
                Optional.empty(),
                new PlanCompleteAction(DemoStory.PLAN, "call-review"));
        checkIns();
        by(
                AuthorRole.MANAGER,
                DECIDED,
                "complete",
                Optional.of("Back where you were, and steadier. Well done."),
                new PlanComplete(DemoStory.PLAN, PlanOutcome.MET));
    }

    /** Every week but one. */
    private void checkIns() {
        for (LocalDate day = ACTIVATED.plusDays(CHECK_IN_DAYS);
                day.isBefore(DEADLINE);
                day = day.plusDays(CHECK_IN_DAYS)) {
            if (!day.equals(HOLIDAY_WEEK)) {
                by(AuthorRole.MANAGER, day, "check-in-" + day, Optional.empty(), new PlanHoldCheckIn(DemoStory.PLAN));
            }
        }
    }

    private PlanTerms terms() {
        BigDecimal revenue =
                BigDecimal.valueOf(REVENUE).movePointRight(Math.max(0, currency.getDefaultFractionDigits()));
        return PlanTerms.newBuilder()
                .setAnswers(DemoStory.RULE)
                .setGoals(List.of(
                        goal("revenue", "revenue", revenue), goal("wins", "deals_won", BigDecimal.valueOf(WINS))))
                .setActions(List.of(
                        action("coaching-1", ActionKind.COACHING, MANAGER, LocalDate.of(2017, 9, 29)),
                        action("coaching-2", ActionKind.COACHING, MANAGER, LocalDate.of(2017, 10, 13)),
                        action("coaching-3", ActionKind.COACHING, MANAGER, LocalDate.of(2017, 10, 27)),
                        action("training-1", ActionKind.TRAINING, DemoStory.REP, LocalDate.of(2017, 10, 6)),
                        action("training-2", ActionKind.TRAINING, DemoStory.REP, LocalDate.of(2017, 10, 20)),
                        action("call-review", ActionKind.CALL_REVIEW, MANAGER, LocalDate.of(2017, 10, 6))))
                .setDeadline(DEADLINE)
                .setCheckInEvery(CHECK_IN_DAYS)
                .build();
    }

    private static PlanGoal goal(String id, String kpi, BigDecimal value) {
        return new PlanGoal(id, kpi, new GoalWindow("30d"), new TargetValue(value.toPlainString()), List.of());
    }

    private static PlanAction action(String id, ActionKind kind, String owner, LocalDate due) {
        return new PlanAction(id, kind, owner, due, null);
    }

    private void by(AuthorRole role, LocalDate day, String name, Optional<String> text, Object command) {
        List<ImportRecord> records = days.computeIfAbsent(day, d -> new ArrayList<>());
        Author author = new Author(role == AuthorRole.REP ? DemoStory.REP : MANAGER, role);
        Instant at = day.atTime(9, records.size()).atZone(zone).toInstant();
        String id = DemoStory.REP + "." + name;
        text.ifPresent(words -> records.add(new ImportRecord.OfNote(id, new Note(DemoStory.REP, author, at, words))));
        records.add(new ImportRecord.OfCommand(
                DemoStory.REP,
                CommandEvent.newBuilder()
                        .setCommandId(id)
                        .setSource(DemoStory.SOURCE)
                        .setOccurredAt(at)
                        .setAuthor(author)
                        .setNote(text.isPresent() ? id : null)
                        .setCommand(command)
                        .build()));
    }

    @Override
    public Stream<ImportRecord> records(LocalDate day) {
        return days.getOrDefault(day, List.of()).stream();
    }
}
