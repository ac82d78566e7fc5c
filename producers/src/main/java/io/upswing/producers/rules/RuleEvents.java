package io.upswing.producers.rules;

import io.upswing.core.command.Stamp;
import io.upswing.core.issues.Rule;
import io.upswing.core.issues.Scope;
import io.upswing.core.time.Days;
import io.upswing.schemas.RuleEvent;
import io.upswing.schemas.RuleScope;
import io.upswing.schemas.RuleSeverity;
import io.upswing.schemas.serde.TrustedSchemas;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/** Rules as records of their topic, both ways: what is decoded equals what was encoded. */
public final class RuleEvents {
    static {
        // Events are copied and compared where no serde is.
        TrustedSchemas.trust();
    }

    private static final String SOURCE = "upswing-rules";
    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    private final ConditionCompiler conditions;
    private final int fiscalYearStart;

    /**
     * Decodes for an organization.
     *
     * @param conditions makes the tests of conditions: {@link CelConditions}
     * @param fiscalYearStart the month in which its fiscal year begins, 1 to 12
     */
    public RuleEvents(ConditionCompiler conditions, int fiscalYearStart) {
        this.conditions = conditions;
        this.fiscalYearStart = fiscalYearStart;
    }

    /** The record of a rule's version; the same for the same rule, but for when it occurred. */
    public static RuleEvent encode(Rule rule, Instant occurredAt) {
        RuleEvent event = RuleEvent.newBuilder()
                .setEventId("")
                .setSource(SOURCE)
                .setOccurredAt(Instant.ofEpochMilli(occurredAt.toEpochMilli()))
                .setVersion(rule.version())
                .setEffective(Days.date(rule.effective()))
                .setRetired(rule.retired())
                .setTitle(rule.title())
                .setBecause(rule.because())
                .setRaiseDays(rule.hold().raise())
                .setClearDays(rule.hold().clear())
                .setSeverity(RuleSeverity.valueOf(rule.severity().name()))
                .setScope(scope(rule.scope()))
                .setEscalateAfterDays(
                        rule.escalateAfter().isPresent() ? rule.escalateAfter().getAsInt() : null)
                .setForm(FormRecords.encode(rule.form()))
                .build();
        event.setEventId(Stamp.hash("rule", rule.id(), event.toString()));
        return event;
    }

    /**
     * The rule of a record.
     *
     * @param id the record's key
     * @throws InvalidRuleException if it says none, with the reason
     */
    public Rule decode(String id, RuleEvent event) {
        try {
            check(RuleLimits.isId(id), "its id is not " + RuleLimits.RIGHT_ID);
            check(event.getVersion() >= 1, "version is " + event.getVersion() + ", not 1 or more");
            check(
                    !event.getEffective().isBefore(FIRST)
                            && !event.getEffective().isAfter(LAST),
                    "effective is " + event.getEffective() + ", not " + FIRST + " to " + LAST);
            return new Rule(
                    id,
                    event.getVersion(),
                    Days.of(event.getEffective()),
                    event.getRetired(),
                    text("title", event.getTitle(), RuleLimits.TITLE),
                    text("because", event.getBecause(), RuleLimits.BECAUSE),
                    FormRecords.decode(event.getForm(), fiscalYearStart),
                    new Rule.Hold(event.getRaiseDays(), event.getClearDays()),
                    Rule.Severity.valueOf(event.getSeverity().name()),
                    scope(event.getScope()),
                    escalateAfter(event.getEscalateAfterDays()));
        } catch (IllegalArgumentException e) {
            throw new InvalidRuleException(id, String.valueOf(e.getMessage()));
        }
    }

    /** The version with which a rule ends. */
    static RuleEvent ending(String id, RuleEvent last, LocalDate effective, Instant occurredAt) {
        RuleEvent end = copy(last);
        end.setEventId("");
        end.setSource(SOURCE);
        end.setVersion(last.getVersion() + 1);
        end.setOccurredAt(Instant.ofEpochMilli(occurredAt.toEpochMilli()));
        end.setEffective(effective);
        end.setRetired(true);
        end.setEventId(Stamp.hash("rule", id, end.toString()));
        return end;
    }

    /** Whether two versions ask for the same: all is equal but the version, when it occurred, and from when on it holds. */
    static boolean sameRule(RuleEvent a, RuleEvent b) {
        return withoutVersion(a).equals(withoutVersion(b));
    }

    private static RuleEvent withoutVersion(RuleEvent event) {
        RuleEvent copy = copy(event);
        copy.setEventId("");
        copy.setSource(null);
        copy.setVersion(0);
        copy.setOccurredAt(Instant.EPOCH);
        copy.setEffective(LocalDate.EPOCH);
        return copy;
    }

    private static RuleEvent copy(RuleEvent event) {
        return SpecificData.getForClass(RuleEvent.class).deepCopy(event.getSchema(), event);
    }

    private static RuleScope scope(Scope scope) {
        return new RuleScope(
                sorted(scope.teams()),
                sorted(scope.regions()),
                sorted(scope.roles()),
                scope.rampDays(),
                scope.condition().map(Scope.Condition::source).orElse(null));
    }

    private Scope scope(RuleScope scope) {
        return new Scope(
                names("teams", scope.getTeams()),
                names("regions", scope.getRegions()),
                names("roles", scope.getRoles()),
                FormRecords.days("rampDays", scope.getRampDays()),
                Optional.ofNullable(scope.getCondition()).map(conditions::compile));
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    private static Set<String> names(String field, List<String> names) {
        check(names.size() <= RuleLimits.NAMES, "more than " + RuleLimits.NAMES + " " + field);
        return Set.copyOf(names);
    }

    private static OptionalInt escalateAfter(@Nullable Integer days) {
        if (days == null) {
            return OptionalInt.empty();
        }
        check(days >= 1 && days <= RuleLimits.ESCALATE_DAYS, "escalateAfterDays is " + days);
        return OptionalInt.of(days);
    }

    private static String text(String field, String text, int longest) {
        check(!text.isBlank() && text.length() <= longest, field + " has 1 to " + longest + " characters");
        return text;
    }

    private static void check(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
