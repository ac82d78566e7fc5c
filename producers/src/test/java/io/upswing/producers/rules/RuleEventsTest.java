package io.upswing.producers.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.upswing.core.issues.Change;
import io.upswing.core.issues.Coverage;
import io.upswing.core.issues.Form;
import io.upswing.core.issues.Limit;
import io.upswing.core.issues.NoActivity;
import io.upswing.core.issues.QuotaPace;
import io.upswing.core.issues.Rule;
import io.upswing.core.issues.Scope;
import io.upswing.core.issues.Span;
import io.upswing.core.issues.StaleDeals;
import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.Window;
import io.upswing.core.time.Days;
import io.upswing.schemas.RuleEvent;
import io.upswing.schemas.RuleLimit;
import io.upswing.schemas.serde.SerdeFactory;
import io.upswing.schemas.topics.TopicCatalogue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleEventsTest {
    private static final Instant WHEN = Instant.parse("2026-02-01T10:00:00.123Z");
    private static final CelConditions CONDITIONS = new CelConditions();
    private static final RuleEvents EVENTS = new RuleEvents(CONDITIONS, 4);

    static Stream<Form> forms() {
        return Stream.of(
                new Limit(
                        Kpi.REVENUE,
                        new Window.Rolling(30),
                        Limit.Side.FLOOR,
                        new BigDecimal("2000050"),
                        new BigDecimal("2200000"),
                        4),
                new Limit(
                        Kpi.WIN_RATE,
                        new Window.QuarterToDate(4),
                        Limit.Side.CEILING,
                        new BigDecimal("0.333333"),
                        new BigDecimal("0.3"),
                        10),
                new Change(Kpi.REVENUE, new Window.Rolling(90), new BigDecimal("0.2"), new BigDecimal("-0.1"), 7),
                new QuotaPace(Span.MONTH, 0.9, 0.95, 0.8, 90, 10),
                new Coverage(Span.QUARTER, 2, 2.5, 14),
                new NoActivity(5),
                new StaleDeals(5, 0.3, 0.2));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatIsDecodedEqualsWhatWasEncodedByteForByte(Form form) {
        Rule rule = rule(form);

        try (TopicCatalogue topics =
                TopicCatalogue.withDefaults(SerdeFactory.avro(Map.of("schema.registry.url", "mock://rule-events")))) {
            byte[] bytes = topics.rules().serialized(RuleEvents.encode(rule, WHEN));
            RuleEvent read = topics.rules()
                    .valueSerde()
                    .deserializer()
                    .deserialize(topics.rules().name(), bytes);

            assertThat(EVENTS.decode("a-rule", read)).isEqualTo(rule);
        }
    }

    @Test
    void aConditionIsCompiledWhenItIsDecoded() {
        Rule rule = EVENTS.decode("a-rule", RuleEvents.encode(rule(new NoActivity(5)), WHEN));

        Scope.Condition condition = rule.scope().condition().orElseThrow();
        Scope.Subject subject =
                new Scope.Subject("R-1", Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.of(200));
        assertThat(condition.test().applies(subject)).isTrue();
    }

    @Test
    void theSameRuleSaidAgainIsTheSameEvent() {
        RuleEvent first = RuleEvents.encode(rule(new NoActivity(5)), WHEN);
        RuleEvent again = RuleEvents.encode(rule(new NoActivity(5)), WHEN);
        RuleEvent other = RuleEvents.encode(rule(new NoActivity(6)), WHEN);

        assertThat(again).isEqualTo(first);
        assertThat(other.getEventId()).isNotEqualTo(first.getEventId());
    }

    @Test
    void aRecordThatSaysNoRuleIsRefusedWithTheReason() {
        refused(event -> event.setVersion(0), "version is 0");
        refused(event -> event.setTitle(" "), "title");
        refused(event -> event.setRaiseDays(0), "1 to 365 days");
        refused(event -> event.getScope().setCondition("rep.tenureDays"), "expected type 'bool'");
        refused(event -> event.getScope().setRampDays(-1), "rampDays");
        refused(event -> event.setEscalateAfterDays(0), "escalateAfterDays is 0");
        refused(event -> ((RuleLimit) event.getForm()).setKpi("turnover"), "no KPI 'turnover'");
        refused(event -> ((RuleLimit) event.getForm()).setLimit("1e99"), "'1e99' is no number");
        refused(event -> ((RuleLimit) event.getForm()).setClear("1"), "beyond the limit");
        refused(event -> ((RuleLimit) event.getForm()).setWindow("800d"), "1 to 730 days");
        assertThatExceptionOfType(InvalidRuleException.class)
                .isThrownBy(() -> EVENTS.decode("A Rule", RuleEvents.encode(rule(new NoActivity(5)), WHEN)))
                .withMessageContaining("lower case with dashes");
    }

    private static void refused(Consumer<RuleEvent> change, String reason) {
        RuleEvent event = RuleEvents.encode(rule(forms().findFirst().orElseThrow()), WHEN);
        change.accept(event);

        assertThatExceptionOfType(InvalidRuleException.class)
                .isThrownBy(() -> EVENTS.decode("a-rule", event))
                .withMessageStartingWith("rule 'a-rule': ")
                .withMessageContaining(reason);
    }

    private static Rule rule(Form form) {
        return new Rule(
                "a-rule",
                3,
                Days.of("2026-03-01"),
                false,
                "A rule",
                "since it must be",
                form,
                new Rule.Hold(7, 14),
                Rule.Severity.SERIOUS,
                new Scope(
                        Set.of("T-1", "T-2"),
                        Set.of("north"),
                        Set.of("hunter"),
                        90,
                        Optional.of(CONDITIONS.compile("rep.tenureDays > 180"))),
                OptionalInt.of(30));
    }
}
