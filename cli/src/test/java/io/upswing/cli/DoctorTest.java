package io.upswing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.upswing.app.access.Grants;
import io.upswing.app.access.Role;
import io.upswing.app.config.AppConfig;
import io.upswing.embedded.KafkaSecurity.Mechanism;
import io.upswing.schemas.topics.TopicCatalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the doctor finds, each in an installation of its own. The host's clock stands still in March 2026. */
class DoctorTest {
    @TempDir
    private static Path directory = Path.of("");

    @SuppressWarnings("NullAway.Init") // started before all tests
    private static SecuredCluster cluster;

    @BeforeAll
    static void start() {
        cluster = new SecuredCluster(directory, Mechanism.PLAIN, UnaryOperator.identity(), false);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void aNewInstallationHasNoErrorsAndItsDaysToClose() throws Exception {
        cluster.createTopics("well.");
        cluster.run("well.", SecuredCluster.ADMIN, "topics", "create");

        CommandRun run = doctor("well.", SecuredCluster.ADMIN);

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.out().lines())
                .anyMatch(line -> line.matches("ok +broker +1 broker, Kafka 4\\.\\d.*"))
                .anyMatch(line -> line.matches("warn +topics +20 topics .* no second replica.*"))
                .anyMatch(line -> line.matches("ok +rights .*"))
                .anyMatch(line -> line.matches("ok +transactions +none hangs"))
                .anyMatch(line -> line.matches("warn +broker time .* ahead of this machine's clock"))
                .anyMatch(line -> line.matches("warn +app +no instance answers.*"))
                .anyMatch(line -> line.matches("warn +days +the open day is 2026-03-15 .* days that should be closed"))
                .anyMatch(line -> line.matches("ok +registry +https://127.0.0.1:\\d+ answers"))
                .anyMatch(line -> line.matches("ok +registry .*BACKWARD"))
                .anyMatch(line -> line.matches("(ok|warn) +disk .* MiB free"))
                .noneMatch(line -> line.startsWith("error"));
        assertThat(run.out()).doesNotContain(SecuredCluster.SECRET);
    }

    @Test
    void whatIsMissingOrWrongComesWithWhatMendsIt() throws Exception {
        cluster.createTopics("ill.");
        try (Admin admin = cluster.admin()) {
            Map<ConfigResource, Collection<AlterConfigOp>> shorter = Map.of(
                    new ConfigResource(ConfigResource.Type.TOPIC, "ill.crm.deals"),
                    List.of(new AlterConfigOp(new ConfigEntry("retention.ms", "1000"), AlterConfigOp.OpType.SET)));
            admin.incrementalAlterConfigs(shorter).all().get();
            admin.deleteTopics(List.of("ill.kpi.daily")).all().get();
            while (admin.listTopics().names().get().contains("ill.kpi.daily")) {
                Thread.sleep(20);
            }
        }
        Path file = Files.writeString(directory.resolve("no-directory"), "");
        Map<String, String> settings = cluster.settings("ill.", SecuredCluster.ADMIN);
        settings.put("state-dir", file.resolve("state").toString());
        settings.put("schema.registry.url", "http://127.0.0.1:1");

        CommandRun run = SecuredCluster.run(settings, "doctor", "-o", "json", "--url", "http://127.0.0.1:1");

        assertThat(run.exitCode()).isEqualTo(65);
        List<String> errors = new ArrayList<>();
        for (JsonNode finding : new ObjectMapper().readTree(run.out())) {
            if (finding.path("level").asText().equals("error")) {
                errors.add(finding.path("what").asText() + ": "
                        + finding.path("text").asText() + " → "
                        + finding.path("mend").asText());
            }
        }
        assertThat(errors)
                .anyMatch(error -> error.contains("topics: ill.kpi.daily: topic is missing")
                        && error.endsWith("→ ./upswing topics create"))
                .anyMatch(error -> error.contains("retention.ms is 1000")
                        && error.contains("kafka-configs.sh ")
                        && error.endsWith(" --add-config retention.ms=-1"))
                .anyMatch(error -> error.contains("days: no day has been closed in ill.commands, ill.crm.activities"))
                .anyMatch(error -> error.startsWith("registry: http://127.0.0.1:1: schema registry unreachable"))
                .anyMatch(error -> error.startsWith("disk: state-dir " + file));
    }

    @Test
    void aRightThatIsMissingIsNamedWithWhatItIsFor() throws Exception {
        cluster.createTopics("bound.");
        AppConfig config = cluster.config("bound.", "app");
        try (TopicCatalogue topics = config.catalogue();
                Admin admin = cluster.admin()) {
            admin.createTopics(List.of(new NewTopic("bound.app-facts-repartition", 1, (short) 1)))
                    .all()
                    .get();
            var bindings = Grants.of(config, topics).stream()
                    .filter(grant -> grant.role() == Role.APP)
                    .filter(grant -> grant.type() != ResourceType.GROUP && grant.operation() != AclOperation.DELETE)
                    .filter(grant ->
                            !(grant.name().equals("bound.issues.events") && grant.operation() == AclOperation.WRITE))
                    .map(grant -> grant.to("User:app"))
                    .toList();
            cluster.allow(bindings);
            cluster.allow(bindings.stream()
                    .filter(binding -> binding.entry().operation() == AclOperation.CREATE)
                    .map(binding -> new AclBinding(
                            binding.pattern(),
                            new AccessControlEntry("User:importer", "*", AclOperation.CREATE, AclPermissionType.ALLOW)))
                    .toList());

            CommandRun bound = doctor("bound.", "app");
            CommandRun stranger = doctor("bound.", "reader");
            CommandRun maker = doctor("bound.", "importer");

            assertThat(bound.exitCode()).isEqualTo(65);
            assertThat(bound.out().lines().filter(line -> line.startsWith("error  rights")))
                    .hasSize(3)
                    .anyMatch(
                            line -> line.contains("not allowed: WRITE on topic bound.issues.events (the stages write"))
                    .anyMatch(line -> line.contains("not allowed: DELETE on topic bound.app-facts-repartition"))
                    .anyMatch(line -> line.contains("not allowed: READ on group bound.app (instances share"));
            assertThat(stranger.out())
                    .contains("CREATE on topics bound.app-*", "WRITE on transactional ids bound.app-*", "topics acls");
            assertThat(maker.out())
                    .doesNotContain("CREATE on topics bound.app-*")
                    .contains("READ on topic bound.app-", "WRITE on topic bound.app-");
        }
    }

    @Test
    void theRightToTheClocksTransactionalIdIsLookedAtWithoutTakingItFromTheClock() throws Exception {
        cluster.createTopics("timed.");
        Map<String, String> settings = cluster.settings("timed.", "clock");
        settings.put("clock.enabled", "true");
        AppConfig config = cluster.config("timed.", "clock");
        String missing = "not allowed: WRITE on transactional id timed.clock (one instance at a time";
        try (TopicCatalogue topics = config.catalogue()) {
            CommandRun without = SecuredCluster.run(settings, "doctor", "--url", "http://127.0.0.1:1");

            List<AclBinding> bindings = Grants.of(config, topics).stream()
                    .filter(grant -> grant.role() == Role.CLOCK)
                    .map(grant -> grant.to("User:clock"))
                    .toList();
            cluster.allow(bindings);
            try (KafkaProducer<byte[], byte[]> clock = clock(config)) {
                clock.initTransactions();
                CommandRun with = SecuredCluster.run(settings, "doctor", "--url", "http://127.0.0.1:1");
                clock.beginTransaction();
                clock.send(new ProducerRecord<>(topics.clock().name(), new byte[0], new byte[0]))
                        .get();
                clock.commitTransaction();

                assertThat(without.out()).contains(missing);
                assertThat(with.out()).doesNotContain(missing);
            }
        }
    }

    private static KafkaProducer<byte[], byte[]> clock(AppConfig config) {
        Map<String, Object> settings = config.producerConfig();
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "timed.clock");
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Test
    void aBrokerThatLetsNobodyInIsTheOnlyFindingAboutIt() {
        Map<String, String> settings = cluster.settings("none.", SecuredCluster.ADMIN);
        settings.computeIfPresent(
                "kafka.sasl.jaas.config", (key, jaas) -> jaas.replace("admin-s3cret", "other-s3cret"));

        CommandRun run = SecuredCluster.run(settings, "doctor", "--url", "http://127.0.0.1:1");

        assertThat(run.exitCode()).isEqualTo(65);
        assertThat(run.out().lines().filter(line -> line.startsWith("error")))
                .singleElement()
                .asString()
                .startsWith("error  broker");
        assertThat(run.out()).contains("kafka.sasl.*").doesNotContain(SecuredCluster.SECRET);
    }

    private static CommandRun doctor(String prefix, String user) {
        return cluster.run(prefix, user, "doctor", "--url", "http://127.0.0.1:1");
    }
}
