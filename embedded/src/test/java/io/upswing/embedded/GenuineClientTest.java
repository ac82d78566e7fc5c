package io.upswing.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.upswing.embedded.registry.CompatibilityLevel;
import io.upswing.schemas.ClockProbe;
import io.upswing.schemas.registry.JavaProperties;
import io.upswing.schemas.registry.RegistryClient;
import io.upswing.schemas.registry.RegistryException;
import io.upswing.schemas.serde.AvroSerde;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.ParsedSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Confluent's own client, and our serde on it, against the embedded registry. */
class GenuineClientTest {
    private static final Schema V1 = record("{\"name\":\"id\",\"type\":\"string\"}");
    private static final Schema V2 =
            record("{\"name\":\"id\",\"type\":\"string\"},{\"name\":\"won\",\"type\":\"boolean\",\"default\":false}");
    private static final Schema V3_READS_V2_ONLY =
            record("{\"name\":\"id\",\"type\":\"string\"},{\"name\":\"won\",\"type\":\"boolean\"}");
    private static final Schema INCOMPATIBLE = record("{\"name\":\"id\",\"type\":\"long\"}");

    @TempDir
    static Path directory;

    private static EmbeddedStack stack;
    private static RegistryClient adapter;

    @BeforeAll
    static void start() {
        stack = EmbeddedStack.start(
                StackOptions.in(directory).defaultCompatibility(CompatibilityLevel.BACKWARD_TRANSITIVE));
        adapter = new RegistryClient(Map.of(RegistryClient.URL, stack.registryUrl()));
    }

    @AfterAll
    static void stop() {
        adapter.close();
        stack.close();
    }

    @Test
    void twoVersionsAreRegisteredAndFound() {
        int first = adapter.register("two", V1);
        int second = adapter.register("two", V2);

        assertThat(fresh().register("two", V1)).isEqualTo(first).isNotEqualTo(second);
        assertThat(fresh().lookup("two", V1)).isEqualTo(first);
        assertThat(fresh().byId(first)).isEqualTo(V1);
        assertThat(fresh().latest("two")).isEqualTo(new RegistryClient.Registered(second, 2, V2));
        assertThat(fresh().versions("two")).containsExactly(1, 2);
    }

    @Test
    void anIncompatibleSchemaIsRefusedAndTheReasonsAreTold() {
        adapter.register("refused", V1);
        adapter.register("refused", V2);

        List<String> reasons = adapter.incompatibilities("refused", INCOMPATIBLE);

        assertThat(reasons).anyMatch(r -> r.contains("TYPE_MISMATCH"));
        assertThat(adapter.incompatibilities("refused", V2)).isEmpty();
        refused(409, 409, () -> adapter.register("refused", INCOMPATIBLE));
        refused(409, 409, () -> adapter.register("refused", V3_READS_V2_ONLY));
    }

    @Test
    void whatIsNotThereIsRefusedWithConfluentsCodes() {
        adapter.register("there", V1);

        refused(404, 40401, () -> adapter.latest("none"));
        refused(404, 40402, () -> adapter.version("there", 9));
        refused(404, 40403, () -> adapter.byId(99_999));
        refused(404, 40403, () -> adapter.lookup("there", INCOMPATIBLE));
    }

    @Test
    void referencesAreResolvedByTheClient() throws Exception {
        SchemaRegistryClient client = client();
        String money = "{\"type\":\"record\",\"name\":\"Money\",\"namespace\":\"io.test\","
                + "\"fields\":[{\"name\":\"cents\",\"type\":\"long\"}]}";
        String deal = "{\"type\":\"record\",\"name\":\"Deal\",\"namespace\":\"io.test\","
                + "\"fields\":[{\"name\":\"amount\",\"type\":\"io.test.Money\"},"
                + "{\"name\":\"list\",\"type\":\"io.test.Money\"}]}";
        client.register("money", new AvroSchema(money));
        ParsedSchema referring = new AvroSchema(
                deal, List.of(new SchemaReference("io.test.Money", "money", 1)), Map.of("io.test.Money", money), null);

        int id = client.register("deal", referring);

        assertThat(fresh().byId(id))
                .isEqualTo(new Schema.Parser().parse(deal.replaceFirst("\"io.test.Money\"", money)));
        assertThat(client().getId("deal", referring)).isEqualTo(id);
        assertThat(client().getSchemaById(id).references())
                .containsExactly(new SchemaReference("io.test.Money", "money", 1));
        assertThatExceptionOfType(RestClientException.class)
                .isThrownBy(() -> client.deleteSubject("money"))
                .satisfies(e -> assertThat(e.getErrorCode()).isEqualTo(42206));
    }

    @Test
    void subjectsAndVersionsAreDeletedSoftlyThenForGood() throws Exception {
        int first = adapter.register("deleted", V1);
        adapter.register("deleted", V2);

        assertThat(client().deleteSchemaVersion("deleted", "2")).isEqualTo(2);
        assertThat(client().deleteSchemaVersion("deleted", "2", true)).isEqualTo(2);
        assertThat(client().deleteSubject("deleted")).containsExactly(1);
        assertThat(client().getAllSubjectsByPrefix("deleted")).isEmpty();
        assertThat(client().getAllVersions("deleted", true)).containsExactly(1);
        assertThat(fresh().byId(first)).isEqualTo(V1);

        assertThat(client().deleteSubject("deleted", true)).containsExactly(1);
        refused(404, 40401, () -> fresh().latest("deleted"));
    }

    @Test
    void levelsAndModesAreSetAndCleared() throws Exception {
        adapter.register("settings", V1);

        assertThat(client().updateCompatibility("settings", "NONE")).isEqualTo("NONE");
        assertThat(client().getCompatibility("settings")).isEqualTo("NONE");
        adapter.register("settings", INCOMPATIBLE);
        client().deleteCompatibility("settings");

        assertThat(client().getCompatibility("")).isEqualTo("BACKWARD_TRANSITIVE");
        assertThat(client().setMode("READONLY", "settings")).isEqualTo("READONLY");
        assertThat(client().getMode("settings")).isEqualTo("READONLY");
        refused(422, 42205, () -> adapter.register("settings", V2));
        client().deleteMode("settings");
        assertThat(client().getMode()).isEqualTo("READWRITE");
    }

    @Test
    void aSchemaRegisteredBeforehandWithoutJavaPropertiesIsFoundByOurSerde() {
        Schema plain = JavaProperties.strip(ClockProbe.getClassSchema());
        int id = adapter.register("beforehand-value", plain);
        assertThat(plain.toString()).doesNotContain("avro.java.string");
        assertThat(ClockProbe.getClassSchema().toString()).contains("avro.java.string");

        try (AvroSerde<ClockProbe> serde = new AvroSerde<>()) {
            serde.configure(Map.of(RegistryClient.URL, stack.registryUrl(), AvroSerde.AUTO_REGISTER, "false"), false);
            ClockProbe probe = ClockProbe.newBuilder().setInstance("one").build();
            byte[] bytes = serde.serializer().serialize("beforehand", probe);

            assertThat(bytes).startsWith(0, 0, 0, 0, id);
            assertThat(serde.deserializer().deserialize("beforehand", bytes)).isEqualTo(probe);
        }
        assertThat(fresh().versions("beforehand-value")).containsExactly(1);
    }

    @Test
    void aNewSchemaIsNotRegisteredByASerdeThatMayNot() {
        try (AvroSerde<ClockProbe> serde = new AvroSerde<>()) {
            serde.configure(Map.of(RegistryClient.URL, stack.registryUrl(), AvroSerde.AUTO_REGISTER, "false"), false);
            ClockProbe probe = ClockProbe.newBuilder().setInstance("one").build();

            refused(404, 40401, () -> serde.serializer().serialize("not-beforehand", probe));
        }
    }

    /** A client that has nothing cached. */
    private static RegistryClient fresh() {
        return new RegistryClient(Map.of(RegistryClient.URL, stack.registryUrl()));
    }

    private static SchemaRegistryClient client() throws IOException {
        return SchemaRegistryClientFactory.newClient(
                List.of(stack.registryUrl()), 100, List.of(new AvroSchemaProvider()), Map.of(), Map.of());
    }

    private static Schema record(String fields) {
        return new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"Deal\",\"namespace\":\"io.test\",\"fields\":[" + fields + "]}");
    }

    private static void refused(int status, int code, ThrowingCallable call) {
        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.status()).isEqualTo(status))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }
}
