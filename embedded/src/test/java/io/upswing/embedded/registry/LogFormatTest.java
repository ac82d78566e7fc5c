package io.upswing.embedded.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LogFormatTest {
    private static final SchemaVersion PLAIN =
            new SchemaVersion("a-value", 2, 7, new SchemaText("\"string\"", List.of()), false);
    private static final SchemaVersion REFERRING = new SchemaVersion(
            "b-value",
            1,
            8,
            new SchemaText("\"io.test.Money\"", List.of(new Reference("io.test.Money", "money", 3))),
            true);

    @Test
    void aSchemaIsWrittenAsConfluentWritesIt() {
        ProducerRecord<byte[], byte[]> record = LogFormat.write("_schemas", new Change.SchemaStored(PLAIN));

        assertThat(record.key())
                .asString(UTF_8)
                .isEqualTo("{\"keytype\":\"SCHEMA\",\"subject\":\"a-value\",\"version\":2,\"magic\":1}");
        assertThat(record.value())
                .asString(UTF_8)
                .isEqualTo(
                        "{\"subject\":\"a-value\",\"version\":2,\"id\":7,\"schema\":\"\\\"string\\\"\",\"deleted\":false}");
    }

    @Test
    void theGlobalLevelIsWrittenUnderNoSubject() {
        ProducerRecord<byte[], byte[]> record =
                LogFormat.write("_schemas", new Change.LevelSet("", CompatibilityLevel.FULL));

        assertThat(record.key()).asString(UTF_8).isEqualTo("{\"keytype\":\"CONFIG\",\"subject\":null,\"magic\":0}");
        assertThat(record.value()).asString(UTF_8).isEqualTo("{\"compatibilityLevel\":\"FULL\"}");
    }

    @Test
    void aClearedSettingIsATombstone() {
        ProducerRecord<byte[], byte[]> record = LogFormat.write("_schemas", new Change.ModeCleared("a"));

        assertThat(record.key()).asString(UTF_8).isEqualTo("{\"keytype\":\"MODE\",\"subject\":\"a\",\"magic\":0}");
        assertThat(record.value()).isNull();
    }

    static Stream<Change> changes() {
        return Stream.of(
                new Change.SchemaStored(PLAIN),
                new Change.SchemaStored(REFERRING),
                new Change.SchemaErased("a-value", 2),
                new Change.SubjectDeleted("a-value", 2),
                new Change.LevelSet("", CompatibilityLevel.NONE),
                new Change.LevelSet("a-value", CompatibilityLevel.FULL_TRANSITIVE),
                new Change.LevelCleared("a-value"),
                new Change.ModeSet("", Mode.READONLY),
                new Change.ModeCleared("a-value"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatIsWrittenIsReadBack(Change change) {
        ProducerRecord<byte[], byte[]> written = LogFormat.write("_schemas", change);

        Optional<Change> read = LogFormat.read(consumed(written.key(), written.value()));

        assertThat(read).contains(change);
    }

    @Test
    void kindsOfOtherRegistriesArePassedOver() {
        Optional<Change> noop = read("{\"keytype\":\"NOOP\",\"magic\":0}", null);
        Optional<Change> protobuf = read(
                "{\"keytype\":\"SCHEMA\",\"subject\":\"p\",\"version\":1,\"magic\":1}",
                "{\"subject\":\"p\",\"version\":1,\"id\":3,\"schemaType\":\"PROTOBUF\",\"schema\":\"x\",\"deleted\":false}");

        assertThat(noop).isEmpty();
        assertThat(protobuf).isEmpty();
    }

    private static Optional<Change> read(String key, @Nullable String value) {
        return LogFormat.read(consumed(key.getBytes(UTF_8), value == null ? null : value.getBytes(UTF_8)));
    }

    private static ConsumerRecord<byte[], byte[]> consumed(byte[] key, byte @Nullable [] value) {
        return new ConsumerRecord<>("_schemas", 0, 0, key, value);
    }
}
