import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
 * Publishes a deal with Kafka's client and Avro alone: the wire format by hand. With Confluent's {@code KafkaAvroSerializer}
 * the second half goes away. Arguments: BROKERS REGISTRY REP DAY ID.
 */
public final class PlainPublish {
    private static final String TOPIC = "upswing.crm.deals";

    public static void main(String[] args) throws Exception {
        JsonNode latest = latest(args[1], TOPIC + "-value");
        Schema schema = new Schema.Parser().parse(latest.get("schema").textValue());
        GenericRecord deal = deal(schema, args[2], LocalDate.parse(args[3]), args[4]);
        publish(args[0], args[4], encoded(latest.get("id").intValue(), deal));
    }

    // example:begin plain-publish
    static GenericRecord deal(Schema schema, String rep, LocalDate day, String id) {
        Schema whole = schema.getField("change").schema().getTypes().stream()
                .filter(type -> type.getName().equals("DealState"))
                .findFirst()
                .orElseThrow();
        GenericRecord state = new GenericData.Record(whole);
        state.put("status", new GenericData.EnumSymbol(whole.getField("status").schema(), "WON"));
        state.put("amountMinor", 125_000L); // cents
        state.put("created", (int) day.toEpochDay());
        state.put("closed", (int) day.toEpochDay());
        state.put("owner", rep);
        state.put("credits", List.of());
        GenericRecord deal = new GenericData.Record(schema);
        deal.put("eventId", id + "-1");
        deal.put("source", "acme-crm");
        deal.put("sourceVersion", 1L);
        deal.put("occurredAt", Instant.parse(day + "T09:30:00Z").toEpochMilli());
        deal.put("change", state);
        return deal;
    }

    static void publish(String brokers, String id, byte[] value) throws Exception {
        Map<String, Object> config = Map.of("bootstrap.servers", brokers, "acks", "all", "enable.idempotence", true);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            System.out.println(producer.send(new ProducerRecord<>(TOPIC, id, value)).get());
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
