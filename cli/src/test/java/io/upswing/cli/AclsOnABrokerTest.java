package io.upswing.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upswing.app.access.Grant;
import io.upswing.app.access.Grants;
import io.upswing.app.access.Role;
import io.upswing.app.clock.ClockListener;
import io.upswing.app.clock.LiveClock;
import io.upswing.app.config.AppConfig;
import io.upswing.cli.api.ApiClient;
import io.upswing.cli.api.DaysReport;
import io.upswing.embedded.KafkaSecurity.Mechanism;
import io.upswing.schemas.topics.TopicCatalogue;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything under the ACLs that {@code topics acls} prints, and no others, on a broker that demands SCRAM over TLS and
 * refuses the rest: each of them is used, and nothing that is needed is refused.
 */
class AclsOnABrokerTest {
    private static final String PREFIX = "acl.";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Map<Role, String> USERS =
            Map.of(Role.APP, "app", Role.CLOCK, "clock", Role.IMPORTER, "importer", Role.READER, "reader");

    /** Good news, which there is none of here. */
    private static final String RECOGNITIONS = PREFIX + "recognitions";

    @Test
    void whatIsPrintedIsEnoughAndNoneOfItIsTooMuch(@TempDir Path directory) throws Exception {
        try (SecuredCluster cluster = new SecuredCluster(
                directory,
                Mechanism.SCRAM_SHA_512,
                options -> options.with(Map.of("authorizer.class.name", AuditingAuthorizer.class.getName())),
                true)) {
            cluster.createTopics(PREFIX);
            List<Grant> grants = grants(cluster.config(PREFIX, SecuredCluster.ADMIN));
            allow(cluster, grants, directory);
            CommandRun rules = cluster.run(
                    PREFIX,
                    SecuredCluster.ADMIN,
                    "rules",
                    "publish",
                    CaseExport.rules(directory).toString());
            assertThat(rules.exitCode()).as(rules.err()).isZero();
            Path crm = CaseExport.write(directory.resolve("crm"));
            // The second reads what the first has written.
            for (int i = 0; i < 2; i++) {
                CommandRun imported = cluster.run(PREFIX, "importer", "import", "--mapping", crm.toString());
                assertThat(imported.exitCode()).as(imported.err()).isZero();
            }

            sendWhatCanNotBeRead(cluster.config(PREFIX, "importer"));

            Map<String, String> app = cluster.settings(PREFIX, "app");
            app.put("kafka.repartition.purge.interval.ms", "500");
            try (CommandProcess run =
                    CommandProcess.start(directory, "run", SecuredCluster.flags(app), "run", "--verbose")) {
                run.awaitMessage("metrics at http://");
                URI url = URI.create(run.messages().replaceAll("(?s).*metrics at (http://\\S+).*", "$1"));
                try (ApiClient api = new ApiClient(url, PATIENCE)) {
                    awaitOpen(api, CaseExport.OPEN_DAY::equals);
                    speak(url);
                    closeDays(cluster.config(PREFIX, "clock"), api);
                    readEverythingOver(api, directory);
                }
                read(cluster.config(PREFIX, "reader"));
                awaitUsed(grants);
                assertThat(run.messages()).contains("SASL_SSL", "[hidden]").doesNotContain(SecuredCluster.SECRET);
            }
            assertThat(AuditingAuthorizer.asked())
                    .filteredOn(asked -> !asked.allowed() && USERS.containsValue(user(asked.principal())))
                    .as("refused")
                    .isEmpty();
            eachIsRefusedWhatIsNotItsOwn(cluster);
        }
    }

    private static List<Grant> grants(AppConfig config) {
        try (TopicCatalogue topics = config.catalogue()) {
            return Grants.of(config, topics);
        }
    }

    private static void allow(SecuredCluster cluster, List<Grant> grants, Path directory) throws Exception {
        CommandRun printed = cluster.run(
                PREFIX,
                SecuredCluster.ADMIN,
                "topics",
                "acls",
                "--app=User:app",
                "--clock=User:clock",
                "--importer=User:importer",
                "--reader=User:reader");
        assertThat(printed.exitCode()).as(printed.err()).isZero();
        Set<AclBinding> asked = AclScriptRun.of(printed.out(), directory);
        assertThat(asked)
                .containsExactlyInAnyOrderElementsOf(grants.stream()
                        .map(grant -> grant.to("User:" + USERS.get(grant.role())))
                        .collect(Collectors.toSet()));
        cluster.allow(asked);
    }

    /** So that a dead letter is written. */
    private static void sendWhatCanNotBeRead(AppConfig config) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config.producerConfig(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(PREFIX + "crm.deals", new byte[] {'d'}, new byte[] {'?'}))
                    .get();
        }
    }

    private static void awaitOpen(ApiClient api, Predicate<LocalDate> open) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        DaysReport days = DaysReport.ask(api);
        while (days.firstOpenDay().filter(open).isEmpty()) {
            assertThat(System.nanoTime()).as(days.toString()).isLessThan(deadline);
            Thread.sleep(100);
            days = DaysReport.ask(api);
        }
    }

    /** So that commands, notes and their results are written. */
    private static void speak(URI url) {
        List<String> draft = List.of(
                "plans",
                "draft",
                "r1",
                "p1",
                "--goal",
                "revenue:30d:+20%",
                "--deadline",
                "2027-12-31",
                "--as",
                "manager:m1",
                "--text",
                "As we said.",
                "--at",
                "2026-02-03T10:00:00Z",
                "--url",
                url.toString());
        CommandRun run = CommandRun.of(draft.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        CommandRun acknowledged = CommandRun.of(
                "issues", "acknowledge", "r1", CaseExport.RULE, "--as", "manager:m1", "--url", url.toString());
        assertThat(acknowledged.exitCode()).as(acknowledged.err()).isZero();
    }

    /** By the live clock alone, up to yesterday by the broker's time. */
    private static void closeDays(AppConfig config, ApiClient api) throws InterruptedException {
        try (TopicCatalogue topics = config.catalogue()) {
            LiveClock clock = LiveClock.start(config, topics, "clock", new ClockListener() {});
            try {
                awaitOpen(api, CaseExport.OPEN_DAY::isBefore);
            } finally {
                clock.close();
            }
        }
    }

    private static void readEverythingOver(ApiClient api, Path directory) throws Exception {
        for (String path : List.of("/api/v1/kpis/rep", "/api/v1/export/issues", "/api/v1/export/plans")) {
            Path answer = directory.resolve("answer");
            api.download(path, answer);
            assertThat(Files.readString(answer)).as(path).contains("r1");
        }
    }

    private static void read(AppConfig config) throws InterruptedException {
        for (String topic : readable()) {
            try (KafkaConsumer<byte[], byte[]> consumer = consumer(config, PREFIX + "reader-of-kpis")) {
                consumer.subscribe(List.of(topic));
                long deadline = System.nanoTime() + PATIENCE.toNanos();
                ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofMillis(200));
                while (records.isEmpty() && !hasBeenRead(consumer, topic)) {
                    assertThat(System.nanoTime()).as(topic).isLessThan(deadline);
                    records = consumer.poll(Duration.ofMillis(200));
                }
                consumer.commitSync();
            }
        }
    }

    /** Whether there is nothing to read, as far as the broker has told. */
    private static boolean hasBeenRead(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        return topic.equals(RECOGNITIONS)
                && !consumer.assignment().isEmpty()
                && consumer.assignment().stream()
                        .allMatch(partition -> consumer.currentLag(partition).isPresent());
    }

    private static List<String> readable() {
        return List.of(
                RECOGNITIONS,
                PREFIX + "kpi.current",
                PREFIX + "kpi.daily",
                PREFIX + "kpi.units",
                PREFIX + "issues.events",
                PREFIX + "issues.current",
                PREFIX + "plans.events",
                PREFIX + "plans.current");
    }

    /** Some are used now and then only, such as those to purge and to write what is sent at an interval. */
    private static void awaitUsed(List<Grant> grants) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<Grant> unused = unused(grants);
        while (!unused.isEmpty()) {
            assertThat(System.nanoTime()).as("never used: " + unused).isLessThan(deadline);
            Thread.sleep(200);
            unused = unused(grants);
        }
    }

    private static List<Grant> unused(List<Grant> grants) {
        Set<AuditingAuthorizer.Asked> asked = AuditingAuthorizer.asked();
        return grants.stream()
                .filter(grant -> !(grant.name().equals(RECOGNITIONS) && grant.operation() == AclOperation.WRITE))
                .filter(grant -> asked.stream().noneMatch(one -> uses(one, grant)))
                .toList();
    }

    private static boolean uses(AuditingAuthorizer.Asked asked, Grant grant) {
        return asked.allowed()
                && user(asked.principal()).equals(USERS.get(grant.role()))
                && asked.type() == grant.type()
                && asked.operation() == grant.operation()
                && (grant.pattern() == PatternType.PREFIXED
                        ? asked.name().startsWith(grant.name())
                        : asked.name().equals(grant.name()));
    }

    private static String user(String principal) {
        return principal.replace("User:", "");
    }

    private static void eachIsRefusedWhatIsNotItsOwn(SecuredCluster cluster) {
        refusedToWrite(cluster.config(PREFIX, "app"), "crm.deals");
        refusedToWrite(cluster.config(PREFIX, "clock"), "kpi.current");
        refusedToWrite(cluster.config(PREFIX, "importer"), "issues.events");
        refusedToWrite(cluster.config(PREFIX, "reader"), "commands");
        refusedToRead(cluster.config(PREFIX, "app"), "kpi.current");
        refusedToRead(cluster.config(PREFIX, "clock"), "names");
        refusedToRead(cluster.config(PREFIX, "importer"), "kpi.current");
        refusedToRead(cluster.config(PREFIX, "reader"), "notes");
        refusedToJoin(cluster.config(PREFIX, "reader"), "kpi.current", PREFIX + "app");
        CommandRun check = cluster.run(PREFIX, "reader", "topics", "check");
        assertThat(check.exitCode()).isEqualTo(78);
        assertThat(check.err()).contains("the broker refuses");
        assertThat(AuditingAuthorizer.asked())
                .anyMatch(asked -> !asked.allowed() && asked.operation() == AclOperation.WRITE);
    }

    private static void refusedToWrite(AppConfig config, String topic) {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config.producerConfig(), new ByteArraySerializer(), new ByteArraySerializer())) {
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>(PREFIX + topic, new byte[0]))
                            .get())
                    .as(topic)
                    .hasRootCauseInstanceOf(AuthorizationException.class);
        }
    }

    private static void refusedToRead(AppConfig config, String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(config, PREFIX + "reader")) {
            consumer.assign(List.of(new TopicPartition(PREFIX + topic, 0)));
            consumer.seekToBeginning(consumer.assignment());
            assertThatThrownBy(() -> poll(consumer)).as(topic).isInstanceOf(TopicAuthorizationException.class);
        }
    }

    private static void refusedToJoin(AppConfig config, String topic, String group) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(config, group)) {
            consumer.subscribe(List.of(PREFIX + topic));
            assertThatThrownBy(() -> poll(consumer)).as(group).isInstanceOf(GroupAuthorizationException.class);
        }
    }

    private static void poll(KafkaConsumer<byte[], byte[]> consumer) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            consumer.poll(Duration.ofMillis(200));
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(AppConfig config, String group) {
        Map<String, Object> settings = config.consumerConfig();
        settings.put("group.id", group);
        settings.put("auto.offset.reset", "earliest");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
