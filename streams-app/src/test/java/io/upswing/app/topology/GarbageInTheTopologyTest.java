package io.upswing.app.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.app.garbage.Bad;
import io.upswing.app.garbage.Garbage;
import io.upswing.app.garbage.Input;
import io.upswing.app.garbage.Inputs;
import io.upswing.app.intake.DeadLetter;
import io.upswing.schemas.KpiDay;
import io.upswing.schemas.KpiSnapshot;
import io.upswing.schemas.registry.RegistryClient;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.topics.TopicCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code GarbageOnABrokerTest} tries too, on more inputs than a broker has the time for. */
class GarbageInTheTopologyTest {
    private static final String REGISTRY = "mock://garbage";
    private static final int SEEDS = Integer.getInteger("upswing.garbage.seeds", 8);
    private static final int FUZZED = 400;
    private static final int GOOD = 20;
    private static final int BAD_AFTER_A_GOOD_ONE = 7;
    private static final int LARGE = 10 * 1024 * 1024;

    private static final Seen EXPECTED = withoutGarbage();

    private record Seen(Map<String, KpiSnapshot> reps, Map<String, KpiSnapshot> units, Map<String, KpiDay> days) {}

    static Stream<Input<?>> inputs() {
        return Inputs.all().stream();
    }

    static IntStream seeds() {
        return IntStream.range(0, SEEDS);
    }

    @Test
    void thereIsGarbageForEachInputOfTheCatalogue() {
        try (TopicCatalogue catalogue = PipelineFixture.catalogue(REGISTRY);
                RegistryClient registry = registry()) {
            for (Topic<?, ?> topic : catalogue.inputs()) {
                Input<?> input = Inputs.of(catalogue, topic).orElseThrow();
                assertThat(new Garbage(catalogue, registry).everyKind(input))
                        .as(topic.name())
                        .hasSizeGreaterThan(50);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void eachKindOfGarbageIsADeadLetterAndChangesNothing(Input<?> input) {
        try (PipelineFixture at = new PipelineFixture(REGISTRY, StageObserver.NONE);
                RegistryClient registry = registry()) {
            List<Bad> bad = new ArrayList<>(new Garbage(at.catalogue(), registry).everyKind(input));
            bad.add(Bad.large("large", LARGE, "unknown-schema"));

            Seen seen = seen(at, input, bad);

            assertThat(seen).isEqualTo(EXPECTED);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void fuzzedBytesAreDeadLettersAndChangeNothing(int seed) {
        Random random = new Random(seed);
        for (Input<?> input : Inputs.all()) {
            try (PipelineFixture at = new PipelineFixture(REGISTRY, StageObserver.NONE);
                    RegistryClient registry = registry()) {
                List<Bad> bad = new Garbage(at.catalogue(), registry).fuzzed(input, random, FUZZED);

                Seen seen = seen(at, input, bad);

                assertThat(seen).as("seed %d", seed).isEqualTo(EXPECTED);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatChanceMakesThatCanBeReadStopsNothingAndChangesNoOtherRep(int seed) {
        Random random = new Random(seed);
        for (Input<?> input : Inputs.all()) {
            try (PipelineFixture at = new PipelineFixture(REGISTRY, StageObserver.NONE);
                    RegistryClient registry = registry()) {
                at.closed("2017-02-28");
                int n = 0;
                for (byte[] value : new Garbage(at.catalogue(), registry).readable(input, random, FUZZED)) {
                    byte[] key = ("bad-" + ++n % 50).getBytes(UTF_8);
                    at.record(input.topic().apply(at.catalogue()), key, value, new RecordHeaders());
                }
                IntStream.range(0, GOOD).forEach(i -> good(at, i));

                Seen seen = seenAtTheEnd(at);

                assertThat(seen.reps()).as("seed %d", seed).containsAllEntriesOf(EXPECTED.reps());
                assertThat(seen.days()).as("seed %d", seed).containsAllEntriesOf(EXPECTED.days());
            }
        }
    }

    private static RegistryClient registry() {
        return new RegistryClient(Map.of(RegistryClient.URL, REGISTRY));
    }

    private static Seen withoutGarbage() {
        try (PipelineFixture at = new PipelineFixture(REGISTRY, StageObserver.NONE)) {
            at.closed("2017-02-28");
            IntStream.range(0, GOOD).forEach(n -> good(at, n));
            return seenAtTheEnd(at);
        }
    }

    /** The bad records between the good ones; fails unless each is a dead letter as it came. */
    private static Seen seen(PipelineFixture at, Input<?> input, List<Bad> bad) {
        at.closed("2017-02-28");
        int good = 0;
        for (int i = 0; i < bad.size(); i++) {
            Bad record = bad.get(i);
            at.record(input.topic().apply(at.catalogue()), record.key(), record.value(), record.headers());
            if (i % BAD_AFTER_A_GOOD_ONE == 0 && good < GOOD) {
                good(at, good++);
            }
        }
        IntStream.range(good, GOOD).forEach(n -> good(at, n));
        Seen seen = seenAtTheEnd(at);
        mustBeDeadLetters(at.records(at.catalogue().deadLetters()), bad);
        return seen;
    }

    /** With a watermark's headers, which mean nothing on a record with a value. */
    private static void good(PipelineFixture at, int n) {
        for (Input<?> input : Inputs.all()) {
            Input.Bytes good = input.good(at.catalogue(), n);
            Headers headers = n % 2 == 0 ? Garbage.watermark("2030-01-01") : new RecordHeaders();
            at.record(input.topic().apply(at.catalogue()), good.key().getBytes(UTF_8), good.value(), headers);
        }
    }

    private static Seen seenAtTheEnd(PipelineFixture at) {
        at.closed("2017-03-01").closed("2017-03-02").emit();
        return new Seen(at.current(), at.units(), at.daily());
    }

    private static void mustBeDeadLetters(List<TestRecord<byte[], byte[]>> letters, List<Bad> bad) {
        for (int i = 0; i < Math.min(letters.size(), bad.size()); i++) {
            Bad sent = bad.get(i);
            TestRecord<byte[], byte[]> letter = letters.get(i);
            String reason =
                    new String(letter.headers().lastHeader(DeadLetter.REASON).value(), UTF_8);
            assertThat(sent.reasons()).as("%s: %s", sent, reason).contains(reason);
            assertThat(letter.key()).as(sent.what()).isEqualTo(sent.key());
            assertThat(letter.value()).as(sent.what()).isEqualTo(sent.value());
            assertThat(List.of(letter.headers().toArray())
                            .subList(0, sent.headers().toArray().length))
                    .as(sent.what())
                    .isEqualTo(List.of(sent.headers().toArray()));
        }
        assertThat(letters.size()).isEqualTo(bad.size());
    }
}
