package io.upswing.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upswing.app.UpswingApp;
import io.upswing.app.garbage.Bad;
import io.upswing.app.garbage.Garbage;
import io.upswing.app.garbage.Input;
import io.upswing.app.garbage.Inputs;
import io.upswing.app.intake.DeadLetter;
import io.upswing.embedded.EmbeddedStack;
import io.upswing.embedded.StackOptions;
import io.upswing.schemas.KpiDay;
import io.upswing.schemas.KpiSnapshot;
import io.upswing.schemas.registry.RegistryClient;
import io.upswing.schemas.topics.Murmur2Partitions;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.topics.TopicCatalogue;
import io.upswing.schemas.watermarks.WatermarkWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Garbage on each input in turn, between good records on all of them. */
class GarbageOnABrokerTest {
    private static final int FUZZED = 300;
    private static final int GOOD = 30;
    private static final int BAD_AFTER_A_GOOD_ONE = 10;
    private static final int MIB = 1024 * 1024;
    private static final int MOST_OF_A_RECORD = 64 * MIB;

    @TempDir
    static Path directory;

    private static EmbeddedStack stack;
    private static Results expected;

    /** What readers of the outputs see in the end. */
    private record Results(
            SortedMap<String, KpiSnapshot> reps, SortedMap<String, KpiSnapshot> units, SortedMap<String, KpiDay> days) {
        static Results of(Site site) {
            return new Results(
                    site.last(TopicCatalogue::kpiCurrent),
                    site.last(TopicCatalogue::kpiUnits),
                    site.last(TopicCatalogue::kpiDaily));
        }

        boolean areOf(LocalDate day) {
            return !units.isEmpty()
                    && Stream.concat(reps.values().stream(), units.values().stream())
                            .allMatch(snapshot -> snapshot.getOpenDay().equals(day));
        }
    }

    private record Where(String topic, int partition, long offset) {}

    static Stream<Input<?>> inputs() {
        return Inputs.all().stream();
    }

    @BeforeAll
    static void start() throws Exception {
        stack = EmbeddedStack.start(StackOptions.in(directory.resolve("stack")));
        Site site = site("clean.").createTopics();
        try (Sender sender = new Sender(site);
                UpswingApp app = UpswingApp.start(site.config(), List.of())) {
            sender.closed(1);
            for (int n = 0; n < GOOD; n++) {
                sender.good(n);
            }
            expected = resultsAtTheEnd(sender, site, app);
        }
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    private static Site site(String prefix) {
        return new Site(stack.bootstrapServers(), stack.registryUrl(), prefix, directory.resolve(prefix + "state"));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void eachBadRecordIsADeadLetterOnceAndEachGoodOneCounts(Input<?> input) throws Exception {
        Site site;
        try (TopicCatalogue catalogue = site("").config().catalogue()) {
            site = site("garbage-in" + input.topic().apply(catalogue).name() + ".")
                    .createTopics();
        }
        try (Sender sender = new Sender(site);
                UpswingApp app = UpswingApp.start(site.config(), List.of())) {
            sender.closed(1);
            List<Bad> bad = sender.garbage(input);
            Map<Where, Bad> sent = new HashMap<>();
            int good = 0;
            for (int i = 0; i < bad.size(); i++) {
                sent.put(sender.bad(input, bad.get(i), i), bad.get(i));
                if (i % BAD_AFTER_A_GOOD_ONE == 0 && good < GOOD) {
                    sender.good(good++);
                }
            }
            while (good < GOOD) {
                sender.good(good++);
            }

            assertThat(resultsAtTheEnd(sender, site, app)).isEqualTo(expected);
            mustBeDeadLetters(site, sent);
            try (AppViews views = new AppViews(app.url())) {
                assertThat(views.metric("kafka_stream_failed_stream_threads")).isZero();
            }
        }
    }

    @Test
    void aBrokerRefusesItselfWhatIsTooLargeAndCanNotBeCompressed() {
        Site site = site("clean.");
        byte[] noise = new byte[10 * MIB];
        new Random(1).nextBytes(noise);
        try (Sender sender = new Sender(site)) {
            assertThatThrownBy(() -> sender.bad(Inputs.deals(), Bad.of("noise", "none", new byte[] {1}, noise), 0))
                    .hasCauseInstanceOf(RecordTooLargeException.class);
        }
    }

    private static Results resultsAtTheEnd(Sender sender, Site site, UpswingApp app) throws Exception {
        sender.closed(0);
        sender.closed(-1);
        try (AppViews views = new AppViews(app.url())) {
            Await.until("the evaluations", app::state, () -> views.hasEvaluated(Inputs.DAY.plusDays(1)));
        }
        // What is sent after the last close is of the day after it.
        Await.until(
                "the outputs", () -> Results.of(site), () -> Results.of(site).areOf(Inputs.DAY.plusDays(2)));
        return Results.of(site);
    }

    private static void mustBeDeadLetters(Site site, Map<Where, Bad> sent) throws Exception {
        Await.until(
                "the dead letters",
                () -> site.deadLetters().size(),
                () -> site.deadLetters().size() >= sent.size());
        List<ConsumerRecord<byte[], byte[]>> letters = site.deadLetters();
        assertThat(letters).extracting(GarbageOnABrokerTest::where).containsExactlyInAnyOrderElementsOf(sent.keySet());
        for (ConsumerRecord<byte[], byte[]> letter : letters) {
            Bad bad = Objects.requireNonNull(sent.get(where(letter)));
            assertThat(bad.reasons()).as(bad.what()).contains(Letter.text(letter, DeadLetter.REASON));
            boolean cut = Letter.text(letter, DeadLetter.REASON).equals("too-large");
            assertThat(letter.key()).as(bad.what()).isEqualTo(bad.key());
            assertThat(letter.value()).as(bad.what()).isEqualTo(cut ? null : bad.value());
            List<?> headers = cut ? List.of() : List.of(bad.headers().toArray());
            assertThat(List.of(letter.headers().toArray()).subList(0, headers.size()))
                    .as(bad.what())
                    .isEqualTo(headers);
        }
    }

    private static Where where(ConsumerRecord<byte[], byte[]> letter) {
        return new Where(
                Letter.text(letter, DeadLetter.TOPIC),
                Integer.parseInt(Letter.text(letter, DeadLetter.PARTITION)),
                Long.parseLong(Letter.text(letter, DeadLetter.OFFSET)));
    }

    /** Writes what a client lets through that has its limits raised, and compresses. */
    private static final class Sender implements AutoCloseable {
        private final TopicCatalogue catalogue;
        private final RegistryClient registry;
        private final Producer<byte[], byte[]> producer;

        Sender(Site site) {
            catalogue = site.config().catalogue();
            registry = new RegistryClient(site.config().registryConfig());
            Map<String, Object> settings = new HashMap<>(site.config().producerConfig());
            settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
            settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MOST_OF_A_RECORD);
            settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, MOST_OF_A_RECORD);
            producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        }

        List<Bad> garbage(Input<?> input) {
            Garbage garbage = new Garbage(catalogue, registry);
            List<Bad> all = new ArrayList<>(garbage.everyKind(input));
            all.addAll(garbage.fuzzed(input, new Random(7), FUZZED));
            all.add(all.size() / 3, Bad.large("large", 10 * MIB, "unknown-schema"));
            all.add(all.size() / 2, Bad.large("larger", 20 * MIB, "too-large"));
            return all;
        }

        /** In the partition of its key, without a key in any. */
        Where bad(Input<?> input, Bad bad, int n) throws Exception {
            byte[] key = bad.key();
            int partition = key == null || key.length == 0
                    ? n % Site.PARTITIONS
                    : Murmur2Partitions.partitionFor(key, Site.PARTITIONS);
            String topic = input.topic().apply(catalogue).name();
            RecordMetadata sent = producer.send(
                            new ProducerRecord<>(topic, partition, null, key, bad.value(), bad.headers()))
                    .get();
            return new Where(topic, sent.partition(), sent.offset());
        }

        /** On every input that the app reads; some with a watermark's headers, which mean nothing on a value. */
        void good(int n) throws Exception {
            for (Input<?> input : Inputs.all()) {
                Input.Bytes good = input.good(catalogue, n);
                Headers headers = n % 2 == 0 ? Garbage.watermark("2030-01-01") : new RecordHeaders();
                producer.send(new ProducerRecord<>(
                                input.topic().apply(catalogue).name(),
                                null,
                                good.key().getBytes(UTF_8),
                                good.value(),
                                headers))
                        .get();
            }
        }

        /** Says in all inputs that the day so many days before is closed. */
        void closed(int daysBefore) {
            new WatermarkWriter(producer)
                    .write(
                            Inputs.DAY.minusDays(daysBefore),
                            catalogue.inputs().stream().<String>map(Topic::name).toList());
        }

        @Override
        public void close() {
            producer.close();
            registry.close();
            catalogue.close();
        }
    }
}
