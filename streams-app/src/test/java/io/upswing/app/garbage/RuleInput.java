package io.upswing.app.garbage;

import io.upswing.app.garbage.Input.Absurd;
import io.upswing.app.garbage.Input.Enumeration;
import io.upswing.app.garbage.Input.Said;
import io.upswing.schemas.RuleEvent;
import io.upswing.schemas.RuleLimit;
import io.upswing.schemas.RuleScope;
import io.upswing.schemas.RuleSeverity;
import io.upswing.schemas.RuleSide;
import io.upswing.schemas.RuleStaleDeals;
import io.upswing.schemas.topics.TopicCatalogue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Versions of rules. */
final class RuleInput {
    private static final String UNDECODABLE = "undecodable";
    private static final LocalDate EFFECTIVE = Inputs.DAY.minusDays(100);

    private RuleInput() {}

    /** Floors of revenue, under which all reps are. */
    static Input<RuleEvent> rules() {
        return new Input<>(
                TopicCatalogue::rules,
                n -> new Said<>("good-" + n, rule("e" + n, r -> r.setVersion(1 + n))),
                rule("e", r -> r.setRetired(true)),
                "form",
                absurdRules(),
                Optional.of(new Enumeration("RuleSeverity", false, "severity")));
    }

    private static RuleEvent rule(String eventId, Consumer<RuleEvent> but) {
        RuleScope scope = new RuleScope(List.of(), List.of(), List.of(), 0, null);
        RuleEvent rule = new RuleEvent(
                eventId,
                "upswing-rules",
                Instant.EPOCH,
                1,
                EFFECTIVE,
                false,
                "Revenue is low",
                "It was agreed on.",
                1,
                1,
                RuleSeverity.WARNING,
                scope,
                null,
                floor("1000000000"));
        but.accept(rule);
        return rule;
    }

    private static RuleLimit floor(String limit) {
        return new RuleLimit(RuleSide.FLOOR, "revenue", "30d", limit, "1000000000", 0L);
    }

    private static List<Absurd<RuleEvent>> absurdRules() {
        List<Absurd<RuleEvent>> all = new ArrayList<>();
        for (LocalDate day : Inputs.ABSURD_DAYS) {
            all.add(absurd("effective " + day, r -> r.setEffective(day)));
        }
        all.add(new Absurd<>(
                "effective in ten years",
                "date-out-of-bounds",
                rule("e", r -> r.setEffective(Inputs.DAY.plusYears(10)))));
        for (int days : new int[] {Integer.MIN_VALUE, -1, 0, 366, Integer.MAX_VALUE}) {
            all.add(absurd("raised after " + days, r -> r.setRaiseDays(days)));
            all.add(absurd("cleared after " + days, r -> r.setClearDays(days)));
        }
        for (int number : new int[] {Integer.MIN_VALUE, -1, 0}) {
            all.add(absurd("version " + number, r -> r.setVersion(number)));
            all.add(absurd("escalates after " + number, r -> r.setEscalateAfterDays(number)));
        }
        for (String limit : List.of("", "x", "1e9", "9".repeat(41), Inputs.LONG)) {
            all.add(absurd("limit " + limit.length() + " characters", r -> r.setForm(floor(limit))));
        }
        for (int count : new int[] {Integer.MIN_VALUE, -1}) {
            all.add(absurd("stale " + count, r -> r.setForm(new RuleStaleDeals(count, "0.5", "0.4"))));
            all.add(absurd("a ramp of " + count, r -> r.getScope().setRampDays(count)));
        }
        all.add(absurd("clear beyond the limit", r -> r.setForm(floor("1000000001"))));
        all.add(absurd("no such KPI", r -> r.setForm(new RuleLimit(RuleSide.FLOOR, "happiness", "30d", "1", "1", 0L))));
        all.add(absurd("no such window", r -> r.setForm(new RuleLimit(RuleSide.FLOOR, "revenue", "0d", "1", "1", 0L))));
        all.add(absurd("a wrong condition", r -> r.getScope().setCondition("rep.age > 60")));
        all.add(absurd("a condition that ends too early", r -> r.getScope().setCondition("rep.tenureDays >")));
        all.add(absurd("a long condition", r -> r.getScope().setCondition(Inputs.LONG)));
        all.add(absurd("10,000 teams", r -> r.getScope().setTeams(Collections.nCopies(10_000, "t"))));
        all.add(absurd("no title", r -> r.setTitle(" ")));
        all.add(absurd("a long title", r -> r.setTitle(Inputs.LONG)));
        all.add(absurd("a long reason", r -> r.setBecause(Inputs.LONG)));
        return all;
    }

    private static Absurd<RuleEvent> absurd(String what, Consumer<RuleEvent> but) {
        return new Absurd<>(what, UNDECODABLE, rule("e", but));
    }
}
