import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Publishes a deal of 1,250.00 that the rep has won on the day, and a call on the same day, with Kafka's client and Avro alone:
 * the wire format by hand. Arguments: BROKERS REGISTRY REP DAY ID.
 */
public final class PlainPublish {
    public static void main(String[] args) throws Exception {
        String rep = args[2];
        String id = args[4];
        LocalDate day = LocalDate.parse(args[3]);
        publish(args[0], args[1], "upswing.crm.deals", id, schema -> deal(schema, rep, day, id));
        publish(args[0], args[1], "upswing.crm.activities", id + "-call", schema -> call(schema, rep, day, id));
    }

    // example:begin plain-publish
    static GenericRecord deal(Schema schema, String rep, LocalDate day, String id) {
        Schema whole = change(schema, "DealState");
        GenericRecord state = new GenericData.Record(whole);
        state.put("status", new GenericData.EnumSymbol(whole.getField("status").schema(), "WON"));
        state.put("amountMinor", 125_000L); // cents
        state.put("created", (int) day.toEpochDay());
        state.put("closed", (int) day.toEpochDay());
        state.put("owner", rep);
        state.put("credits", List.of());
        return event(schema, id + "-1", day.atTime(9, 30), state);
    }

    static GenericRecord call(Schema schema, String rep, LocalDate day, String deal) {
        Schema whole = change(schema, "ActivityState");
        GenericRecord state = new GenericData.Record(whole);
        state.put("kind", new GenericData.EnumSymbol(whole.getField("kind").schema(), "CALL"));
        state.put("status", new GenericData.EnumSymbol(whole.getField("status").schema(), "DONE"));
        state.put("happened", (int) day.toEpochDay());
        state.put("owner", rep);
        state.put("deal", deal);
        return event(schema, deal + "-call-1", day.atTime(9, 0), state);
    }

    private static GenericRecord event(Schema schema, String id, LocalDateTime at, GenericRecord change) {
        GenericRecord event = new GenericData.Record(schema);
        event.put("eventId", id);
        event.put("source", "acme-crm");
        event.put("sourceVersion", 1L);
        event.put("occurredAt", at.toInstant(ZoneOffset.UTC).toEpochMilli());
        event.put("change", change);
        return event;
    }

    private static Schema change(Schema schema, String name) {
        return schema.getField("change").schema().getTypes().stream()
                .filter(type -> type.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static void publish(
            String brokers, String registry, String topic, String key, Function<Schema, GenericRecord> event)
            throws Exception {
        JsonNode latest = latest(registry, topic + "-value");
        GenericRecord value = event.apply(new Schema.Parser().parse(latest.get("schema").textValue()));
        byte[] bytes = encoded(latest.get("id").intValue(), value);
        Map<String, Object> config = Map.of("bootstrap.servers", brokers, "acks", "all", "enable.idempotence", true);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            System.out.println(producer.send(new ProducerRecord<>(topic, key, bytes)).get());
        }
    }

    /** Confluent's wire format: a zero, the schema's id in four bytes, Avro. */
    static byte[] encoded(int schemaId, GenericRecord value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(0);
        bytes.write(ByteBuffer.allocate(4).putInt(schemaId).array());
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(value.getSchema()).write(value, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    static JsonNode latest(String registry, String subject) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(registry + "/subjects/" + subject + "/versions/latest"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return new ObjectMapper()
                    .readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        }
    }
    // example:end plain-publish
}
