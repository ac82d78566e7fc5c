package io.upswing.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upswing.schemas.DealEvent;
import io.upswing.schemas.Deleted;
import io.upswing.schemas.Name;
import io.upswing.schemas.registry.RegistryClient;
import io.upswing.schemas.registry.RegistryException;
import io.upswing.schemas.registry.RegistryServer;
import io.upswing.schemas.registry.SharedRegistry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AvroSerdeTest {
    private static final String TOPIC = "upswing.crm.deals";

    private final Map<String, Object> config = Map.of(RegistryClient.URL, "mock://" + UUID.randomUUID());
    private final SharedRegistry shared = SharedRegistry.of(config);
    private final RegistryClient registry = shared.client();
    private final AvroSerde<SpecificRecord> serde = new AvroSerde<>();

    @BeforeEach
    void configure() {
        serde.configure(config, false);
    }

    @AfterEach
    void close() {
        serde.close();
        shared.close();
    }

    @Test
    void aDealIsReadAsItWasWritten() {
        DealEvent deal = TestDeals.deal("D1", LocalDate.of(2017, 3, 1), Instant.parse("2017-03-09T11:30:00Z"));

        byte[] bytes = write(deal);

        assertThat(bytes[0]).isZero();
        assertThat(ByteBuffer.wrap(bytes).getInt(1))
                .isEqualTo(registry.latest(TOPIC + "-value").id());
        assertThat(read(bytes)).isEqualTo(deal);
    }

    @Test
    void nothingStaysNothing() {
        assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
        assertThat(serde.deserializer().deserialize(TOPIC, (byte[]) null)).isNull();
    }

    @Test
    void theSubjectSaysKeyOrValue() {
        try (AvroSerde<Name> keys = new AvroSerde<>()) {
            keys.configure(config, true);

            keys.serializer().serialize(TOPIC, new Name("Ada"));

            assertThat(registry.versions(TOPIC + "-key")).containsExactly(1);
        }
    }

    @Test
    void whatIsRegisteredKnowsNothingOfJava() {
        write(TestDeals.deal("D1", null, null));

        assertThat(registry.latest(TOPIC + "-value").schema().toString()).doesNotContain("avro.java.string");
    }

    @Test
    void aSchemaRegisteredBeforehandIsFoundWithoutRegistering() throws IOException {
        int id = registry.register(
                TOPIC + "-value",
                new Schema.Parser()
                        .parse(Path.of("src/main/avro/DealEvent.avsc").toFile()));

        assertThat(ByteBuffer.wrap(withoutRegistering(TestDeals.deal("D1", null, null)))
                        .getInt(1))
                .isEqualTo(id);
        assertThat(registry.versions(TOPIC + "-value")).hasSize(1);
    }

    @Test
    void aSchemaRegisteredByAJavaClassIsFoundWithoutRegistering() {
        int id = registry.register(TOPIC + "-value", DealEvent.getClassSchema());
        registry.register(TOPIC + "-value", SchemaBuilder.builder().stringType());

        assertThat(ByteBuffer.wrap(withoutRegistering(TestDeals.deal("D1", null, null)))
                        .getInt(1))
                .isEqualTo(id);
    }

    @Test
    void anotherSchemaIsRefusedWithoutRegistering() {
        registry.register(TOPIC + "-value", Name.getClassSchema());

        assertThatThrownBy(() -> withoutRegistering(TestDeals.deal("D1", null, null)))
                .isInstanceOfSatisfying(
                        RegistryException.class,
                        e -> assertThat(e.unavailable()).isFalse());
        assertThat(registry.versions(TOPIC + "-value")).hasSize(1);
    }

    @Test
    void whatAnOlderVersionWroteIsReadWithTodaysDefaults() throws IOException {
        Schema older = SchemaBuilder.record("io.upswing.schemas.DealEvent")
                .fields()
                .requiredString("eventId")
                .requiredLong("occurredAt")
                .name("change")
                .type()
                .unionOf()
                .record("io.upswing.schemas.Deleted")
                .fields()
                .endRecord()
                .endUnion()
                .noDefault()
                .endRecord();
        GenericRecord record = new GenericData.Record(older);
        record.put("eventId", "e1");
        record.put("occurredAt", 0L);
        record.put(
                "change",
                new GenericData.Record(
                        older.getField("change").schema().getTypes().getFirst()));

        SpecificRecord read = read(WireBytes.of(registry.register("older", older), record));

        assertThat(read)
                .isEqualTo(DealEvent.newBuilder()
                        .setEventId("e1")
                        .setOccurredAt(Instant.EPOCH)
                        .setChange(new Deleted())
                        .build());
    }

    @Test
    void aRegistryThatCannotBeAskedIsNoBadRecord() throws IOException {
        byte[] bytes = write(new Name("Ada"));
        try (RegistryServer server = RegistryServer.refusing(503, 50301);
                AvroSerde<Name> other = new AvroSerde<>()) {
            other.configure(server.config(), false);

            assertThatThrownBy(() -> other.deserializer().deserialize(TOPIC, bytes))
                    .isInstanceOf(RegistryException.class)
                    .matches(RegistryException::isUnavailable);
            assertThatThrownBy(() -> other.serializer().serialize(TOPIC, new Name("Ada")))
                    .isInstanceOf(RegistryException.class)
                    .matches(RegistryException::isUnavailable);

            server.answer(
                    200, "{\"schema\":\"" + Name.getClassSchema().toString().replace("\"", "\\\"") + "\"}");

            assertThat(other.deserializer().deserialize(TOPIC, bytes)).isEqualTo(new Name("Ada"));
        }
    }

    @Test
    void aRecordThatBreaksItsSchemaIsNotWritten() {
        Name nameless = new Name();

        assertThatThrownBy(() -> write(nameless)).isInstanceOf(SerializationException.class);
    }

    @Test
    void severalThreadsShareASerde() throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                String id = "D" + thread + "-";
                tasks.add(() -> {
                    boolean same = true;
                    for (int i = 0; i < 500; i++) {
                        DealEvent deal = TestDeals.deal(id + i, LocalDate.of(2017, 3, 1), Instant.EPOCH);
                        same &= deal.equals(read(write(deal)));
                    }
                    return same;
                });
            }

            for (var result : pool.invokeAll(tasks)) {
                assertThat(result.get()).isTrue();
            }
        }
    }

    @Test
    void aProducerThatClosesItsSerializerLeavesTheSerdeToOthers() {
        serde.serializer().close();
        serde.deserializer().close();

        assertThat(read(write(new Name("Ada")))).isEqualTo(new Name("Ada"));
        serde.close();
        assertThatThrownBy(serde::serializer).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatItDoesNotDoIsRefused() {
        try (AvroSerde<Name> other = new AvroSerde<>()) {
            for (var setting : Map.of(
                            "use.latest.version", "true",
                            "auto.register.schemas", "maybe",
                            "value.subject.name.strategy", "x.RecordNameStrategy")
                    .entrySet()) {
                Map<String, Object> wrong = new HashMap<>(config);
                wrong.put(setting.getKey(), setting.getValue());

                assertThatThrownBy(() -> other.configure(wrong, false))
                        .isInstanceOf(ConfigException.class)
                        .hasMessageContaining(setting.getKey());
            }
        }
    }

    private byte[] withoutRegistering(SpecificRecord value) {
        Map<String, Object> off = new HashMap<>(config);
        off.put(AvroSerde.AUTO_REGISTER, "false");
        try (AvroSerde<SpecificRecord> other = new AvroSerde<>()) {
            other.configure(off, false);
            return other.serializer().serialize(TOPIC, value);
        }
    }

    private byte[] write(SpecificRecord value) {
        return serde.serializer().serialize(TOPIC, value);
    }

    private SpecificRecord read(byte[] bytes) {
        return serde.deserializer().deserialize(TOPIC, bytes);
    }
}
