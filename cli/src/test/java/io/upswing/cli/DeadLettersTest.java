package io.upswing.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.upswing.app.UpswingApp;
import io.upswing.app.config.AppConfig;
import io.upswing.app.config.ConfigLoader;
import io.upswing.app.intake.DeadLetter;
import io.upswing.embedded.EmbeddedStack;
import io.upswing.embedded.StackOptions;
import io.upswing.schemas.DealEvent;
import io.upswing.schemas.DealState;
import io.upswing.schemas.DealStatus;
import io.upswing.schemas.registry.RegistryClient;
import io.upswing.schemas.topics.Murmur2Partitions;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.topics.TopicCatalogue;
import io.upswing.schemas.watermarks.WatermarkWriter;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.avro.Schema;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on dead letters, with an app that makes them; each test in an installation of its own. */
class DeadLettersTest {
    private static final LocalDate DAY = LocalDate.of(2017, 3, 1);
    private static final int PARTITIONS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private static Path directory = Path.of("");

    @SuppressWarnings("NullAway.Init") // started before all tests
    private static EmbeddedStack servers;

    @BeforeAll
    static void start() {
        servers = EmbeddedStack.start(StackOptions.in(directory.resolve("broker")));
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @Test
    void whatIsFixedAndResentTwiceCountsAsIfItHadComeRightAtFirst() throws Exception {
        try (Installation crm = new Installation("fixed.")) {
            crm.send("d0", crm.won(100));
            crm.awaitRevenue(100);
            byte[] key = "d1".getBytes(UTF_8);
            int elsewhere = (Murmur2Partitions.partitionFor(key, PARTITIONS) + 1) % PARTITIONS;
            crm.send(new ProducerRecord<>(crm.deals(), elsewhere, key, crm.won(200)));
            int nextId = 1 + crm.register("probe-value", new Schema.Parser().parse("\"string\""));
            crm.send("d2", withId(crm.won(400), nextId));
            JsonNode letters = crm.awaitLetters(2);

            assertThat(crm.register(crm.deals() + "-value", nextVersion())).isEqualTo(nextId);
            CommandRun byPlace = crm.run("resend", placeOf(letters, "wrong-partition"));
            CommandRun byReason = crm.run("resend", "--reason", "unknown-schema", "--topic", "crm.deals");
            crm.awaitRevenue(700);
            CommandRun again = crm.run("resend", "--all", "--yes");
            crm.send("d3", crm.won(800));
            crm.awaitRevenue(1500);

            assertThat(byPlace.exitCode()).isZero();
            assertThat(byPlace.out()).contains("resent  ", " to fixed.crm.deals ");
            assertThat(byReason.err()).contains("1 resent, 0 can't be");
            assertThat(again.exitCode()).isZero();
            assertThat(again.out().lines()).hasSize(2);
            assertThat(crm.kpi("deals_won")).isEqualTo("4");
            assertThat(crm.letters()).hasSize(2);
        }
    }

    @Test
    void whatIsRefusedAgainSaysWhichDeadLetterItWas() throws Exception {
        try (Installation crm = new Installation("again.")) {
            crm.send("d1", "junk".getBytes(UTF_8), new RecordHeaders().add("trace", "abc".getBytes(UTF_8)));
            String first = crm.awaitLetters(1).get(0).get("place").asText();

            crm.run("resend", first);
            String second = last(crm.awaitLetters(2)).get("place").asText();
            crm.run("resend", second);
            String third = last(crm.awaitLetters(3)).get("place").asText();
            CommandRun rest = crm.run("resend", "--reason", "undecodable", "--dry-run");

            JsonNode letters = crm.letters();
            assertThat(letters.get(0).get("again_at").asText()).isEqualTo(second);
            assertThat(letters.get(1).get("resent_from").asText()).isEqualTo(first);
            assertThat(letters.get(1).get("again_at").asText()).isEqualTo(third);
            assertThat(letters.get(2).get("resent_from").asText()).isEqualTo(second);
            assertThat(letters.get(2).get("again_at").isNull()).isTrue();
            assertThat(rest.out().lines()).hasSize(1);
            assertThat(rest.out()).contains("would be resent  " + third);
            assertThat(rest.err()).contains(first + " came again as " + second);
            assertThat(crm.run("show", third).out())
                    .contains("Resent from  " + second, "trace = abc", "resent-from = " + second);
        }
    }

    @Test
    void whatCanNotBeResentIsNamedAndTheRestIsSent() throws Exception {
        try (Installation crm = new Installation("left.")) {
            crm.send(new ProducerRecord<>(crm.deals(), 0, null, crm.won(1)));
            crm.send(new ProducerRecord<>(crm.deals(), 0, null, null));
            crm.send("d1", "junk".getBytes(UTF_8));
            crm.awaitLetters(3);
            crm.sendLetterOf("left.app-facts-repartition");

            CommandRun careless = crm.run("resend", "--all");
            CommandRun dry = crm.run("resend", "--all", "--dry-run");
            CommandRun all = crm.run("resend", "--all", "--yes");
            CommandRun nothing = crm.run("resend", "0:999999");

            assertThat(careless.exitCode()).isEqualTo(2);
            assertThat(careless.err()).contains("--yes");
            assertThat(dry.err()).contains("1 would be resent, 3 can't be");
            assertThat(all.exitCode()).isEqualTo(1);
            assertThat(all.out())
                    .contains("it has no key", "a watermark is never sent again", "facts-repartition is no input")
                    .contains(" to left.crm.deals ");
            assertThat(all.err()).contains("1 resent, 3 can't be");
            assertThat(nothing.exitCode()).isEqualTo(1);
            assertThat(nothing.err()).contains("there is no dead letter at 0:999999");
            assertThat(crm.run("resend").exitCode()).isEqualTo(2);
            crm.awaitLetters(5);
        }
    }

    @Test
    void lettersAreListedCountedAndShown() throws Exception {
        try (Installation crm = new Installation("list.")) {
            crm.send("d1", new byte[] {'\u001b', '[', '3', '1', 'm'});
            crm.send(new ProducerRecord<>(crm.topic("org.reps"), 1, null, crm.won(1)));
            crm.send("d2", crm.won(10_000_000_000_001L));
            JsonNode letters = crm.awaitLetters(3);

            CommandRun table = crm.run("list");
            CommandRun newest = crm.run("list", "--limit", "1", "-o", "csv");
            CommandRun ofReps = crm.run("list", "--topic", "org.reps", "--partition", "1", "-o", "csv");
            CommandRun tomorrow = crm.run("list", "--since", "2999-01-01");
            CommandRun counts = crm.run("list", "--count", "-o", "csv");
            CommandRun junk = crm.run("show", placeOf(letters, "undecodable"));
            CommandRun readable = crm.run("show", placeOf(letters, "amount-out-of-bounds"));

            assertThat(table.exitCode()).isZero();
            assertThat(table.out()).contains("Place", "d1", "undecodable", "list.org.reps 1:");
            assertThat(newest.out().lines()).hasSize(2);
            assertThat(newest.err()).contains("2 older ones are not shown");
            assertThat(ofReps.out().lines().skip(1)).singleElement().asString().contains("no-id", "(null)");
            assertThat(tomorrow.out()).contains("There are no such dead letters.");
            assertThat(counts.out().lines().map(line -> line.replaceAll(",[^,]*,[^,]*$", "")))
                    .containsExactly(
                            "topic,reason,letters",
                            "list.crm.deals,amount-out-of-bounds,1",
                            "list.crm.deals,undecodable,1",
                            "list.org.reps,no-id,1");
            assertThat(junk.out())
                    .contains("not decoded", "1b 5b 33 31 6d", ".[31m")
                    .doesNotContain("\u001b");
            assertThat(readable.out())
                    .contains("io.upswing.schemas.DealEvent of schema id")
                    .contains("10000000000001", "\"WON\"", "d2");
        }
    }

    @Test
    void withoutTheTopicTheCommandSaysHowToMakeIt() {
        CommandRun run = run("none.", "list");

        assertThat(run.exitCode()).isEqualTo(65);
        assertThat(run.err()).contains("none.dead-letters", "topics create");
    }

    @Test
    void aTimeThatCanNotBeReadIsWrongUsage() {
        CommandRun run = run("none.", "list", "--since", "yesterday");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--since must be a day, as 2017-12-31", "'yesterday'");
    }

    private static byte[] withId(byte[] value, int id) {
        ByteBuffer.wrap(value).putInt(1, id);
        return value;
    }

    /** The schema of deals with another documentation: another schema for the registry, the same bytes. */
    private static Schema nextVersion() throws Exception {
        ObjectNode schema = (ObjectNode)
                new ObjectMapper().readTree(DealEvent.getClassSchema().toString());
        return new Schema.Parser().parse(schema.put("doc", "said anew").toString());
    }

    private static String placeOf(JsonNode letters, String reason) {
        return StreamSupport.stream(letters.spliterator(), false)
                .filter(letter -> letter.get("reason").asText().equals(reason))
                .map(letter -> letter.get("place").asText())
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode last(JsonNode letters) {
        return letters.get(letters.size() - 1);
    }

    private static CommandRun run(String prefix, String... args) {
        List<String> all = new ArrayList<>(List.of("dead-letters"));
        all.addAll(List.of(args));
        return CommandRun.of(configured(prefix, all));
    }

    private static String[] configured(String prefix, List<String> args) {
        List<String> all = new ArrayList<>(args);
        settings(prefix).forEach((key, value) -> all.addAll(List.of("-D", key + "=" + value)));
        return all.toArray(String[]::new);
    }

    private static Map<String, String> settings(String prefix) {
        Map<String, String> settings = new HashMap<>();
        settings.put("kafka.bootstrap.servers", servers.bootstrapServers());
        settings.put("schema.registry.url", servers.registryUrl());
        settings.put("time-zone", "UTC");
        settings.put("reporting-currency", "USD");
        settings.put("working-week", "mon,tue,wed,thu,fri");
        settings.put("holidays", "none");
        settings.put("topic-prefix", prefix);
        settings.put("topics.partitions", Integer.toString(PARTITIONS));
        settings.put("clock.enabled", "false");
        settings.put("state-dir", directory.resolve(prefix + "state").toString());
        settings.put("http.port", "0");
        return settings;
    }

    /** An app and a CRM. */
    private static final class Installation implements AutoCloseable {
        private final String prefix;
        private final TopicCatalogue catalogue;
        private final RegistryClient registry;
        private final Producer<byte[], byte[]> producer;
        private final UpswingApp app;
        private long version;

        Installation(String prefix) {
            this.prefix = prefix;
            CommandRun create = CommandRun.of(configured(prefix, List.of("topics", "create", "--history")));
            assertThat(create.exitCode()).as(create.err()).isZero();
            AppConfig config = ConfigLoader.load(List.of(), Map.of(), settings(prefix));
            catalogue = config.catalogue();
            registry = new RegistryClient(config.registryConfig());
            Map<String, Object> client = new HashMap<>(config.producerConfig());
            producer = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
            app = UpswingApp.start(config, List.of());
            new WatermarkWriter(producer)
                    .write(
                            DAY.minusDays(1),
                            catalogue.inputs().stream().<String>map(Topic::name).toList());
        }

        String deals() {
            return catalogue.deals().name();
        }

        String topic(String role) {
            return prefix + role;
        }

        int register(String subject, Schema schema) {
            return registry.register(subject, schema);
        }

        /** A won deal of one rep, in whole units of money; too large amounts are given in minor units. */
        byte[] won(long amount) {
            long minor = amount > 1_000_000 ? amount : amount * 100;
            DealState state = new DealState(DealStatus.WON, null, minor, null, DAY, DAY, null, "r1", List.of());
            return catalogue.deals().serialized(new DealEvent("e" + ++version, null, version, Instant.EPOCH, state));
        }

        void send(String deal, byte[] value) throws Exception {
            send(deal, value, new RecordHeaders());
        }

        void send(String deal, byte[] value, Headers headers) throws Exception {
            send(new ProducerRecord<>(deals(), null, deal.getBytes(UTF_8), value, headers));
        }

        void send(ProducerRecord<byte @Nullable [], byte @Nullable []> record) throws Exception {
            producer.send(record).get();
        }

        /** As if a stage had refused what another stage wrote. */
        void sendLetterOf(String topic) throws Exception {
            Headers headers = new RecordHeaders()
                    .add(DeadLetter.REASON, "undecodable".getBytes(UTF_8))
                    .add(DeadLetter.DETAIL, "junk".getBytes(UTF_8))
                    .add(DeadLetter.TOPIC, topic.getBytes(UTF_8))
                    .add(DeadLetter.PARTITION, "0".getBytes(UTF_8))
                    .add(DeadLetter.OFFSET, "5".getBytes(UTF_8));
            send(new ProducerRecord<>(
                    catalogue.deadLetters().name(), null, "r1".getBytes(UTF_8), new byte[] {1}, headers));
        }

        CommandRun run(String... args) {
            return DeadLettersTest.run(prefix, args);
        }

        JsonNode letters() throws Exception {
            return new ObjectMapper().readTree(run("list", "-o", "json").out());
        }

        JsonNode awaitLetters(int count) throws Exception {
            await(() -> letters().size() >= count);
            assertThat(letters()).hasSize(count);
            return letters();
        }

        void awaitRevenue(long revenue) throws Exception {
            await(() -> kpi("revenue").equals(Long.toString(revenue)));
        }

        String kpi(String kpi) {
            CommandRun run = CommandRun.of("query", "kpis", "--level", "company", "-o", "csv", "--url", app.url());
            List<String> lines = run.out().lines().toList();
            if (lines.size() != 2) {
                return "";
            }
            int column = List.of(lines.get(0).split(",", -1)).indexOf(kpi);
            return lines.get(1).split(",", -1)[column];
        }

        private interface Condition {
            boolean holds() throws Exception;
        }

        private void await(Condition condition) throws Exception {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!condition.holds()) {
                assertThat(System.nanoTime())
                        .as("%s %s", letters(), app.state())
                        .isLessThan(end);
                Thread.sleep(50);
            }
        }

        @Override
        public void close() {
            producer.close();
            app.close();
            registry.close();
            catalogue.close();
        }
    }
}
