package io.upswing.app.garbage;

import io.upswing.app.garbage.Input.Absurd;
import io.upswing.app.garbage.Input.Enumeration;
import io.upswing.app.garbage.Input.Said;
import io.upswing.schemas.ActionKind;
import io.upswing.schemas.Author;
import io.upswing.schemas.AuthorRole;
import io.upswing.schemas.CommandEvent;
import io.upswing.schemas.DismissReason;
import io.upswing.schemas.GoalPeriod;
import io.upswing.schemas.GoalWindow;
import io.upswing.schemas.IssueDismiss;
import io.upswing.schemas.IssueDispute;
import io.upswing.schemas.IssueSilence;
import io.upswing.schemas.PathPoint;
import io.upswing.schemas.PlanAction;
import io.upswing.schemas.PlanDraft;
import io.upswing.schemas.PlanExtend;
import io.upswing.schemas.PlanGoal;
import io.upswing.schemas.PlanPropose;
import io.upswing.schemas.PlanTerms;
import io.upswing.schemas.TargetValue;
import io.upswing.schemas.topics.TopicCatalogue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Commands of a manager. */
final class CommandInput {
    private static final String DATE = "date-out-of-bounds";
    private static final String LENGTH = "id-too-long";
    private static final String PARTS = "too-many-parts";
    private static final String UNDECODABLE = "undecodable";

    private CommandInput() {}

    /** Drafts of plans. */
    static Input<CommandEvent> commands() {
        return new Input<>(
                TopicCatalogue::commands,
                n -> new Said<>(Inputs.rep(n), command("c" + n, new PlanDraft("p" + n, terms(t -> {})))),
                command("c", new IssueDismiss("no-such-rule", null, DismissReason.OTHER, null)),
                "command",
                absurdCommands(),
                Optional.of(new Enumeration("DismissReason", true, "reason")));
    }

    private static CommandEvent command(String id, Object command) {
        return new CommandEvent(id, "hr", Instant.EPOCH, new Author("m1", AuthorRole.MANAGER), null, command);
    }

    private static PlanTerms terms(Consumer<PlanTerms> but) {
        PlanTerms terms = new PlanTerms(null, List.of(goal(g -> {})), List.of(), Inputs.DAY.plusDays(90), 0);
        but.accept(terms);
        return terms;
    }

    private static PlanGoal goal(Consumer<PlanGoal> but) {
        PlanGoal goal = new PlanGoal("g", "revenue", new GoalWindow("30d"), new TargetValue("1000000"), List.of());
        but.accept(goal);
        return goal;
    }

    private static List<Absurd<CommandEvent>> absurdCommands() {
        List<Absurd<CommandEvent>> all = new ArrayList<>();
        for (LocalDate day : Inputs.ABSURD_DAYS) {
            all.add(absurd("silent until " + day, DATE, new IssueSilence("r", null, day, null)));
            all.add(absurd("extended to " + day, DATE, new PlanExtend("p", day)));
            all.add(draft("deadline " + day, DATE, t -> t.setDeadline(day)));
            all.add(draftOf("a period from " + day, DATE, g -> g.setTimeframe(new GoalPeriod(day, Inputs.DAY))));
            all.add(draftOf("a milestone on " + day, DATE, g -> g.setPath(List.of(new PathPoint(day, "1")))));
            all.add(draft("an action due on " + day, DATE, t -> t.setActions(List.of(action("a", day)))));
        }
        for (String number : List.of("", "x", "1e999999999", "9".repeat(41), Inputs.LONG)) {
            all.add(draftOf(
                    "a target of " + number.length() + " characters",
                    UNDECODABLE,
                    g -> g.setTarget(new TargetValue(number))));
        }
        all.add(draft("10,000 goals", PARTS, t -> t.setGoals(Collections.nCopies(10_000, goal(g -> {})))));
        all.add(draftOf(
                "10,000 milestones",
                PARTS,
                g -> g.setPath(Collections.nCopies(10_000, new PathPoint(Inputs.DAY, "1")))));
        all.add(absurd("20,000 deals", PARTS, new IssueDispute("r", null, Collections.nCopies(20_000, "d"), null)));
        all.add(draftOf("no such KPI", UNDECODABLE, g -> g.setKpi("happiness")));
        all.add(draftOf("no such window", UNDECODABLE, g -> g.setTimeframe(new GoalWindow("0d"))));
        all.add(draftOf("a long goal", LENGTH, g -> g.setId(Inputs.LONG)));
        all.add(draft("a long action", LENGTH, t -> t.setActions(List.of(action(Inputs.LONG, Inputs.DAY)))));
        all.add(absurd("no plan", UNDECODABLE, new PlanPropose("")));
        all.add(absurd("a long plan", LENGTH, new PlanPropose(Inputs.LONG)));
        all.add(absurd("a long rule", LENGTH, new IssueSilence(Inputs.LONG, null, Inputs.DAY, null)));
        all.add(new Absurd<>("no id", UNDECODABLE, command("", new PlanPropose("p"))));
        all.add(new Absurd<>("a long id", LENGTH, command(Inputs.LONG, new PlanPropose("p"))));
        all.add(new Absurd<>("an author without id", UNDECODABLE, by("")));
        all.add(new Absurd<>("an author with a long id", LENGTH, by(Inputs.LONG)));
        return all;
    }

    private static CommandEvent by(String author) {
        CommandEvent command = command("c", new PlanPropose("p"));
        command.setAuthor(new Author(author, AuthorRole.MANAGER));
        return command;
    }

    private static PlanAction action(String id, LocalDate due) {
        return new PlanAction(id, ActionKind.OTHER, "m1", due, null);
    }

    private static Absurd<CommandEvent> absurd(String what, String reason, Object command) {
        return new Absurd<>(what, reason, command("c", command));
    }

    private static Absurd<CommandEvent> draft(String what, String reason, Consumer<PlanTerms> but) {
        return absurd(what, reason, new PlanDraft("p", terms(but)));
    }

    private static Absurd<CommandEvent> draftOf(String what, String reason, Consumer<PlanGoal> but) {
        return draft(what, reason, t -> t.setGoals(List.of(goal(but))));
    }
}
