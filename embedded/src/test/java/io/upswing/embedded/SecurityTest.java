package io.upswing.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.upswing.embedded.KafkaSecurity.Mechanism;
import io.upswing.schemas.registry.RegistryClient;
import io.upswing.schemas.registry.RegistryException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broker and registry that let in only whom they know. */
class SecurityTest {
    private static final Map<String, String> USERS = Map.of("admin", "admin-secret", "alice", "alice-secret");

    @TempDir
    static Path directory;

    private static TlsIdentity identity = new TlsIdentity(Path.of(""), Path.of(""), "");

    @BeforeAll
    static void makeCertificate() {
        identity = TlsIdentity.create(directory.resolve("tls"));
    }

    @Test
    void scramOverTlsLetsInWhoKnowsThePassword() throws Exception {
        KafkaSecurity security =
                KafkaSecurity.sasl(Mechanism.SCRAM_SHA_512, USERS).over(identity);
        try (EmbeddedKafka kafka = start("scram", security)) {
            assertThat(topics(kafka, security.client("alice"))).isEmpty();
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> topics(kafka, security.client("alice", "wrong")))
                    .withCauseInstanceOf(SaslAuthenticationException.class);
            Map<String, String> trusting = new HashMap<>(security.client("alice"));
            trusting.keySet().removeAll(identity.trust().keySet());
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> topics(kafka, trusting))
                    .withCauseInstanceOf(SslAuthenticationException.class);
        }
        try (EmbeddedKafka again = start("scram", security)) {
            assertThat(topics(again, security.client("alice"))).isEmpty();
        }
    }

    @Test
    void whatNoAclAllowsIsRefusedToAllButSuperUsers() throws Exception {
        KafkaSecurity security = KafkaSecurity.sasl(Mechanism.PLAIN, USERS).denyingAllBut("admin");
        try (EmbeddedKafka kafka = start("plain", security)) {
            createTopic(kafka, security.client("admin"), "mine");
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> createTopic(kafka, security.client("alice"), "hers"))
                    .withCauseInstanceOf(TopicAuthorizationException.class);
            assertThat(topics(kafka, security.client("alice"))).isEmpty();

            allow(kafka, security, "alice", "mine", AclOperation.DESCRIBE);

            while (topics(kafka, security.client("alice")).isEmpty()) {
                Thread.sleep(20);
            }
            assertThat(topics(kafka, security.client("alice"))).containsExactly("mine");
        }
    }

    @Test
    void aRegistryLetsInWhoKnowsThePasswordAndTrustsItsCertificate() {
        KafkaSecurity security = KafkaSecurity.sasl(Mechanism.SCRAM_SHA_512, USERS)
                .over(identity)
                .denyingAllBut("admin");
        RegistrySecurity demanded =
                RegistrySecurity.basic("clerk", "clerk-secret").over(identity);
        try (EmbeddedKafka kafka = start("registry", security);
                EmbeddedRegistry registry = EmbeddedRegistry.start(RegistryOptions.on(kafka.bootstrapServers())
                        .connecting(security.client("admin"))
                        .demanding(demanded))) {
            assertThat(registry.url()).startsWith("https://");
            assertThat(register(registry, demanded.client())).isPositive();
            Map<String, String> wrong = new HashMap<>(demanded.client());
            wrong.put("basic.auth.user.info", "clerk:wrong");
            assertThatExceptionOfType(RegistryException.class)
                    .isThrownBy(() -> register(registry, wrong))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(RegistryException.Reason.UNAUTHORIZED))
                    .satisfies(e -> assertThat(e).hasMessageNotContaining("wrong"));
            Map<String, String> trustingNobody = new HashMap<>(demanded.client());
            trustingNobody.keySet().removeIf(key -> key.contains("truststore"));
            assertThatExceptionOfType(RegistryException.class)
                    .isThrownBy(() -> register(registry, trustingNobody))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(RegistryException.Reason.UNREACHABLE));
        }
    }

    private static EmbeddedKafka start(String name, KafkaSecurity security) {
        return EmbeddedKafka.start(KafkaOptions.in(directory.resolve(name)).demanding(security));
    }

    private static int register(EmbeddedRegistry registry, Map<String, String> client) {
        Map<String, String> config = new HashMap<>(client);
        config.put(RegistryClient.URL, registry.url());
        try (RegistryClient made = new RegistryClient(config)) {
            return made.register("s", Schema.create(Schema.Type.LONG));
        }
    }

    private static Admin admin(EmbeddedKafka kafka, Map<String, String> client) {
        Map<String, Object> config = new HashMap<>(client);
        config.put("bootstrap.servers", kafka.bootstrapServers());
        return Admin.create(config);
    }

    private static Set<String> topics(EmbeddedKafka kafka, Map<String, String> client)
            throws ExecutionException, InterruptedException {
        try (Admin admin = admin(kafka, client)) {
            return admin.listTopics().names().get();
        }
    }

    private static void createTopic(EmbeddedKafka kafka, Map<String, String> client, String topic)
            throws ExecutionException, InterruptedException {
        try (Admin admin = admin(kafka, client)) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    private static void allow(
            EmbeddedKafka kafka, KafkaSecurity security, String user, String topic, AclOperation operation)
            throws ExecutionException, InterruptedException {
        AclBinding binding = new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
                new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW));
        try (Admin admin = admin(kafka, security.client("admin"))) {
            admin.createAcls(List.of(binding)).all().get();
        }
    }
}
