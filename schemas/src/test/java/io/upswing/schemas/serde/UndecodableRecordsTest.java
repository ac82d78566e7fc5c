package io.upswing.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.upswing.schemas.Fact;
import io.upswing.schemas.Name;
import io.upswing.schemas.RepEvent;
import io.upswing.schemas.RepStateRetracted;
import io.upswing.schemas.registry.RegistryClient;
import io.upswing.schemas.registry.SharedRegistry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UndecodableRecordsTest {
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

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "0100000001", "00000001"})
    void bytesWithoutTheHeadAreUndecodable(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);

        assertThatThrownBy(() -> read(bytes)).isInstanceOf(UndecodableRecordException.class);
    }

    @Test
    void anUnknownSchemaIdIsUndecodable() {
        byte[] bytes = write(new Name("Ada"));
        bytes[1] = 0x7f;

        assertThatThrownBy(() -> read(bytes)).isInstanceOf(UndecodableRecordException.class);
    }

    @Test
    void bytesLeftOverAreUndecodable() {
        byte[] bytes = write(new Name("Ada"));

        assertThatThrownBy(() -> read(Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(UndecodableRecordException.class)
                .hasMessageContaining("left over");
    }

    @Test
    void everyCutShortIsUndecodable() {
        byte[] bytes = write(TestDeals.deal("D1", LocalDate.of(2017, 3, 1), Instant.EPOCH));

        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(UndecodableRecordException.class);
        }
    }

    @Test
    void damagedBytesAreReadOrUndecodableAndNothingElse() {
        Random random = new Random(42);
        byte[] good = write(TestDeals.deal("D1", LocalDate.of(2017, 3, 1), Instant.EPOCH));

        for (int i = 0; i < 20_000; i++) {
            byte[] bad = good.clone();
            for (int j = 0; j < 4; j++) {
                bad[WireFormat.HEAD_BYTES + random.nextInt(bad.length - WireFormat.HEAD_BYTES)] =
                        (byte) random.nextInt();
            }
            Throwable thrown = catchThrowable(() -> read(bad));
            assertThat(thrown == null || thrown instanceof UndecodableRecordException)
                    .as("%s", thrown)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {100_000_000L, 2_000_000_000L, Integer.MAX_VALUE, Long.MAX_VALUE, -1, Long.MIN_VALUE})
    void absurdLengthsAreUndecodableAndReserveNoMemory(long length) throws IOException {
        int name = ByteBuffer.wrap(write(new Name("Ada"))).getInt(1);
        int fact = ByteBuffer.wrap(write(new Fact(1, null, List.of(), ""))).getInt(1);

        byte[] longString = WireBytes.head(name, e -> e.writeLong(length));
        byte[] longArray = WireBytes.head(fact, e -> {
            e.writeInt(1);
            e.writeIndex(0);
            e.writeLong(length);
        });

        assertThatThrownBy(() -> read(longString)).isInstanceOf(UndecodableRecordException.class);
        assertThatThrownBy(() -> read(longArray)).isInstanceOf(UndecodableRecordException.class);
    }

    @Test
    void aSchemaWithoutAClassOrOfAForeignOneIsUndecodable() throws IOException {
        for (String fullName : List.of("io.upswing.schemas.NoSuchThing", "java.lang.String", "javax.swing.JFrame")) {
            Schema schema = SchemaBuilder.record(fullName).fields().endRecord();
            byte[] bytes = WireBytes.of(registry.register(fullName, schema), new GenericData.Record(schema));

            assertThatThrownBy(() -> read(bytes)).isInstanceOf(UndecodableRecordException.class);
        }
    }

    @Test
    void aSchemaThatOursCannotReadIsUndecodable() throws IOException {
        Schema schema = SchemaBuilder.record("io.upswing.schemas.Name")
                .fields()
                .requiredString("called")
                .endRecord();
        GenericRecord record = new GenericData.Record(schema);
        record.put("called", "Ada");
        byte[] bytes = WireBytes.of(registry.register("foreign", schema), record);

        assertThatThrownBy(() -> read(bytes)).isInstanceOf(UndecodableRecordException.class);
    }

    @Test
    void aChangeOfAKindThatIsNewIsUndecodableAndNoStateInWhichNothingIsKnown() throws IOException {
        Schema kind =
                SchemaBuilder.record("io.upswing.schemas.Promoted").fields().endRecord();
        Schema next = withBranch(RepEvent.getClassSchema(), "change", kind);
        int id = registry.register("next", next);
        GenericRecord promoted = new GenericData.Record(next);
        promoted.put("eventId", "e1");
        promoted.put("occurredAt", 0L);
        promoted.put("effectiveFrom", 17_225);
        promoted.put("change", new GenericData.Record(kind));
        GenericRecord retracted = new GenericData.Record(next);
        promoted.getSchema().getFields().forEach(field -> retracted.put(field.name(), promoted.get(field.name())));
        retracted.put("change", new GenericData.Record(RepStateRetracted.getClassSchema()));

        assertThatThrownBy(() -> read(WireBytes.of(id, promoted)))
                .isInstanceOf(UndecodableRecordException.class)
                .hasMessageContaining("io.upswing.schemas.Promoted");
        assertThat(((RepEvent) read(WireBytes.of(id, retracted))).getChange()).isInstanceOf(RepStateRetracted.class);
    }

    private static Schema withBranch(Schema record, String field, Schema branch) {
        List<Schema.Field> fields = record.getFields().stream()
                .map(f -> f.name().equals(field)
                        ? new Schema.Field(f.name(), union(f.schema(), branch))
                        : new Schema.Field(f, f.schema()))
                .toList();
        return Schema.createRecord(record.getName(), null, record.getNamespace(), false, fields);
    }

    private static Schema union(Schema union, Schema branch) {
        List<Schema> branches = new ArrayList<>(union.getTypes());
        branches.add(branch);
        return Schema.createUnion(branches);
    }

    private byte[] write(SpecificRecord value) {
        return serde.serializer().serialize(TOPIC, value);
    }

    private SpecificRecord read(byte[] bytes) {
        return serde.deserializer().deserialize(TOPIC, bytes);
    }
}
