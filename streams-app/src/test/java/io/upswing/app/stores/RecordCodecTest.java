package io.upswing.app.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upswing.core.issues.Form;
import io.upswing.core.issues.IssueCommand;
import io.upswing.core.issues.IssueEvent;
import io.upswing.core.issues.Rule;
import io.upswing.core.issues.Scope;
import io.upswing.core.issues.StaleDeals;
import io.upswing.core.issues.Track;
import io.upswing.core.plans.Detail;
import io.upswing.core.plans.PlanCommand;
import io.upswing.core.plans.PlanEvent;
import io.upswing.core.plans.Target;
import io.upswing.core.plans.Timeframe;
import io.upswing.core.rep.Cases;
import io.upswing.core.rep.CommandResult;
import io.upswing.core.rep.RepCommand;
import io.upswing.core.rep.RuleStore;
import io.upswing.producers.rules.CelConditions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecordCodecTest {
    private static final long SEED = 7;
    private static final int SAMPLES = 1_000;
    private static final List<String> CONDITIONS = List.of(
            "rep.tenureDays > 90", "rep.team == 'é'", "rep.role in ['ae', 'sdr'] && !rep.id.startsWith(\"x\")", "true");
    private static final Map<String, Scope.Condition> COMPILED = compiled();

    private static Map<String, Scope.Condition> compiled() {
        CelConditions cel = new CelConditions();
        Map<String, Scope.Condition> compiled = new HashMap<>();
        CONDITIONS.forEach(source -> compiled.put(source, cel.compile(source)));
        return compiled;
    }

    private static Scope.Condition condition(String source) {
        Scope.Condition condition = COMPILED.get(source);
        if (condition == null) {
            throw new IllegalStateException("no condition of the samples: " + source);
        }
        return condition;
    }

    /** Returns the records that were in the samples. */
    private static <T> Set<Class<?>> roundTrips(Class<T> type, Consumer<T> seen) {
        Codec<T> codec = new RecordCodec<>(type, RecordCodecTest::condition);
        AnyRecord samples = new AnyRecord(SEED, RecordCodecTest::condition, CONDITIONS);
        for (int i = 0; i < SAMPLES; i++) {
            T value = samples.of(type);
            T back = codec.fromBytes("store", codec.toBytes(value));
            assertThat(back).as("seed %d, sample %d", SEED, i).isEqualTo(value);
            seen.accept(back);
        }
        return samples.made();
    }

    private static Class<?>[] kinds(Class<?>... sealed) {
        return Stream.of(sealed)
                .flatMap(type -> Arrays.stream(type.getPermittedSubclasses()))
                .toArray(Class<?>[]::new);
    }

    @Test
    void tracksWithEventsOfEveryTypeComeBackAsTheyWere() {
        Set<IssueEvent.Type> types = new HashSet<>();

        roundTrips(Track.class, track -> track.events().forEach(event -> types.add(event.type())));

        assertThat(types).containsExactlyInAnyOrder(IssueEvent.Type.values());
    }

    @Test
    void plansWithEventsOfEveryTypeAndDetailComeBackAsTheyWere() {
        Set<PlanEvent.Type> types = new HashSet<>();

        Set<Class<?>> made =
                roundTrips(Cases.File.class, file -> file.events().forEach(event -> types.add(event.type())));

        assertThat(types).containsExactlyInAnyOrder(PlanEvent.Type.values());
        assertThat(made).contains(kinds(Detail.class, Target.class, Timeframe.class));
    }

    @Test
    void commandsOfEveryKindComeBackAsTheyWere() {
        Set<Class<?>> made = roundTrips(StoredCommands.Waiting.class, waiting -> {});

        assertThat(made).contains(kinds(RepCommand.class, IssueCommand.class, PlanCommand.class));
    }

    @Test
    void resultsOfCommandsComeBackAsTheyWere() {
        Set<Optional<Object>> rules = new HashSet<>();

        roundTrips(CommandResult.class, result -> rules.add(result.rejection().map(why -> why.rule())));

        assertThat(rules).contains(Optional.empty()).hasSizeGreaterThan(9);
    }

    @Test
    void rulesOfEveryFormComeBackAsTheyWere() {
        Set<Class<?>> made = roundTrips(RuleStore.Entry.class, entry -> {});

        assertThat(made).contains(kinds(Form.class)).contains(Scope.class);
    }

    @Test
    void countsOfEventsComeBackAsTheyWere() {
        assertThat(roundTrips(StoredCases.Count.class, count -> {})).containsExactly(StoredCases.Count.class);
    }

    @Test
    void aConditionThatComesBackStillTests() {
        Codec<RuleStore.Entry> codec = new RecordCodec<>(RuleStore.Entry.class, new CelConditions()::compile);
        Scope scope = new Scope(Set.of(), Set.of(), Set.of(), 0, Optional.of(condition("rep.tenureDays > 90")));

        Scope back = codec.fromBytes("store", codec.toBytes(new RuleStore.Entry(rule(scope), 17_000)))
                .rule()
                .scope();

        Scope.Condition.Test test = back.condition().orElseThrow().test();
        assertThat(test.applies(subject(91))).isTrue();
        assertThat(test.applies(subject(90))).isFalse();
    }

    private static Rule rule(Scope scope) {
        return new Rule(
                "stale",
                1,
                17_000,
                false,
                "Stale deals",
                "Agreed on.",
                new StaleDeals(5, 0.5, 0.4),
                new Rule.Hold(1, 1),
                Rule.Severity.NOTICE,
                scope,
                OptionalInt.empty());
    }

    private static Scope.Subject subject(int tenureDays) {
        return new Scope.Subject(
                "r1", Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.of(tenureDays));
    }

    @Test
    void aKindOrConstantThatIsGoneIsRefusedByName() {
        ValueWriter out = new ValueWriter();
        out.text("OfWeather");

        assertThatThrownBy(() -> new RecordCodec<>(StoredCommands.Waiting.class).fromBytes("store", out.toBytes()))
                .hasMessage("OfWeather is no RepCommand");
    }
}
