package io.upswing.app.garbage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.upswing.app.garbage.Input.Datum;
import io.upswing.app.garbage.Input.Enumeration;
import io.upswing.schemas.registry.RegistryClient;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/** Values as a producer writes them whose schema has gone on, further than its readers can follow. */
final class Evolved {
    private static final int WIRE_HEAD = 5;
    private static final String UNHEARD = "UNHEARD";

    private final ObjectMapper json = new ObjectMapper();
    private final RegistryClient registry;
    private final String topic;
    private final Datum datum;
    private final String kinds;

    Evolved(RegistryClient registry, String topic, Datum datum, String kinds) {
        this.registry = registry;
        this.topic = topic;
        this.datum = datum;
        this.kinds = kinds;
    }

    /** A kind that is new. */
    byte[] unheardKind() {
        JsonNode schema = tree();
        ((ArrayNode) field(schema, kinds).get("type"))
                .addObject()
                .put("type", "record")
                .put("name", UNHEARD)
                .putArray("fields");
        Schema next = new Schema.Parser().parse(schema.toString());
        GenericRecord record = read(next);
        Schema kind = next.getField(kinds).schema().getTypes().getLast();
        record.put(kinds, new GenericData.Record(kind));
        return written(next, record, "kind");
    }

    /** A symbol that is new. */
    byte[] unheardSymbol(Enumeration enumeration) {
        JsonNode schema = tree();
        ((ArrayNode) named(schema, enumeration.name()).get("symbols")).add(UNHEARD);
        Schema next = new Schema.Parser().parse(schema.toString());
        GenericRecord record = read(next);
        GenericRecord holder = enumeration.inKind() ? (GenericRecord) record.get(kinds) : record;
        Schema type = holder.getSchema().getField(enumeration.field()).schema();
        holder.put(enumeration.field(), new GenericData.EnumSymbol(type, UNHEARD));
        return written(next, record, "symbol");
    }

    private JsonNode tree() {
        try {
            return json.readTree(datum.schema().toString());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode field(JsonNode record, String name) {
        for (JsonNode field : record.get("fields")) {
            if (field.get("name").asText().equals(name)) {
                return field;
            }
        }
        throw new IllegalArgumentException("no field " + name);
    }

    private static JsonNode named(JsonNode schema, String name) {
        return schema.findParents("symbols").stream()
                .filter(type -> type.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private GenericRecord read(Schema next) {
        byte[] bytes = datum.bytes();
        try {
            return new GenericDatumReader<GenericRecord>(datum.schema(), next)
                    .read(null, DecoderFactory.get().binaryDecoder(bytes, WIRE_HEAD, bytes.length - WIRE_HEAD, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Registered apart, since the topic's own subject would not take a version that its readers can't follow. */
    private byte[] written(Schema schema, GenericRecord record, String what) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            DataOutputStream head = new DataOutputStream(bytes);
            head.writeByte(0);
            head.writeInt(registry.register(topic + "-" + what, schema));
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
