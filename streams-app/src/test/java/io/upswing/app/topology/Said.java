package io.upswing.app.topology;

import io.upswing.schemas.Author;
import io.upswing.schemas.AuthorRole;
import io.upswing.schemas.CommandEvent;
import io.upswing.schemas.GoalWindow;
import io.upswing.schemas.PlanAcknowledge;
import io.upswing.schemas.PlanActivate;
import io.upswing.schemas.PlanDraft;
import io.upswing.schemas.PlanGoal;
import io.upswing.schemas.PlanPropose;
import io.upswing.schemas.PlanTerms;
import io.upswing.schemas.RuleEvent;
import io.upswing.schemas.RuleLimit;
import io.upswing.schemas.RuleScope;
import io.upswing.schemas.RuleSeverity;
import io.upswing.schemas.RuleSide;
import io.upswing.schemas.TargetValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Rules and commands as their topics hold them. */
final class Said {
    static final Instant AT = Instant.parse("2017-03-01T09:00:00Z");

    private Said() {}

    /** Of revenue in 30 days, in minor units, raised after so many closes in a row. */
    static RuleEvent floor(int version, long limit, int closes) {
        return new RuleEvent(
                "rule-" + version,
                null,
                AT,
                version,
                LocalDate.of(2017, 1, 1),
                false,
                "Revenue under the floor",
                "It was agreed on.",
                closes,
                closes,
                RuleSeverity.WARNING,
                new RuleScope(List.of(), List.of(), List.of(), 0, null),
                null,
                new RuleLimit(RuleSide.FLOOR, "revenue", "30d", Long.toString(limit), Long.toString(limit), 1L));
    }

    static CommandEvent byManager(String id, Object command) {
        return command(id, new Author("m1", AuthorRole.MANAGER), command);
    }

    static CommandEvent byRep(String id, String rep, Object command) {
        return command(id, new Author(rep, AuthorRole.REP), command);
    }

    private static CommandEvent command(String id, Author author, Object command) {
        return new CommandEvent(id, null, AT, author, null, command);
    }

    /** A plan to come to a revenue in 30 days, in minor units, by the end of May 2017. */
    static PlanDraft draft(String plan, long target) {
        PlanGoal goal = new PlanGoal(
                "more", "revenue", new GoalWindow("30d"), new TargetValue(Long.toString(target)), List.of());
        return new PlanDraft(plan, new PlanTerms(null, List.of(goal), List.of(), LocalDate.of(2017, 5, 31), 0));
    }

    /** All that it takes until a plan runs; the commands' ids begin with the plan's. */
    static void agreeOn(PipelineFixture at, String rep, String plan, long target) {
        at.command(rep, byManager(plan + "-draft", draft(plan, target)));
        at.command(rep, byManager(plan + "-propose", new PlanPropose(plan)));
        at.command(rep, byRep(plan + "-acknowledge", rep, new PlanAcknowledge(plan)));
        at.command(rep, byManager(plan + "-activate", new PlanActivate(plan)));
    }
}
