package io.upswing.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.upswing.schemas.DealEvent;
import io.upswing.schemas.DealState;
import io.upswing.schemas.DealStatus;
import io.upswing.schemas.registry.RegistryClient;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.topics.TopicCatalogue;
import io.upswing.schemas.watermarks.WatermarkWriter;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.IntFunction;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes to the inputs of an installation as a CRM does, with the limits that Kafka's clients have by default. */
final class Publisher implements AutoCloseable {
    /** Of a request, by default; a record is a little smaller. */
    private static final int LIMIT = 1024 * 1024;

    private static final int WIRE_HEAD = 5;

    private final TopicCatalogue catalogue;
    private final Producer<byte[], byte[]> producer;
    private final RegistryClient registry;
    private long version;

    Publisher(Site site) {
        catalogue = site.config().catalogue();
        producer = new KafkaProducer<>(
                site.config().producerConfig(), new ByteArraySerializer(), new ByteArraySerializer());
        registry = new RegistryClient(site.config().registryConfig());
    }

    Topic<String, DealEvent> deals() {
        return catalogue.deals();
    }

    /** A deal that is created and won on a day. */
    byte[] won(String rep, LocalDate day, long amount, String source) {
        DealState state = new DealState(DealStatus.WON, "Won", amount, null, day, day, null, rep, List.of());
        DealEvent event = new DealEvent("e" + ++version, source, version, Instant.EPOCH, state);
        return deals().serialized(event);
    }

    /** Registers the schema of deals with a field more. Returns its id. */
    int registerNextVersion() throws IOException {
        return registry.register(deals().name() + "-value", nextVersion());
    }

    private static Schema nextVersion() throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode schema =
                (ObjectNode) json.readTree(DealEvent.getClassSchema().toString());
        ObjectNode field = ((ArrayNode) schema.get("fields")).addObject().put("name", "comment");
        field.putArray("type").add("null").add("string");
        field.putNull("default");
        return new Schema.Parser().parse(schema.toString());
    }

    /** A deal as a producer writes it that has the next version of the schema already. */
    static byte[] inNextVersion(int id, byte[] deal) throws IOException {
        return inNextVersion(id, deal, "new");
    }

    /** The same with a comment. */
    static byte[] inNextVersion(int id, byte[] deal, String comment) throws IOException {
        Schema next = nextVersion();
        GenericRecord record = new GenericDatumReader<GenericRecord>(DealEvent.getClassSchema(), next)
                .read(null, DecoderFactory.get().binaryDecoder(deal, WIRE_HEAD, deal.length - WIRE_HEAD, null));
        record.put("comment", comment);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream head = new DataOutputStream(bytes);
        head.writeByte(0);
        head.writeInt(id);
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(next).write(record, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    RecordMetadata send(String deal, byte[] value) throws Exception {
        return send(new ProducerRecord<>(deals().name(), deal.getBytes(UTF_8), value));
    }

    /** Returns when the broker has it. */
    RecordMetadata send(ProducerRecord<byte[], byte[]> record) throws Exception {
        return producer.send(record).get();
    }

    /** The largest record of its kind that a client sends and a broker takes. Returns its value. */
    byte[] sendLargest(String deal, IntFunction<byte[]> value) throws Exception {
        for (int size = LIMIT; size > LIMIT / 2; size--) {
            byte[] bytes = value.apply(size);
            try {
                send(deal, bytes);
                return bytes;
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof RecordTooLargeException)) {
                    throw e;
                }
            }
        }
        throw new AssertionError("not even half of the limit passes");
    }

    /** Says in all inputs that a day is closed. */
    void closed(LocalDate day) {
        closed(day, catalogue.inputs());
    }

    /** Says in some inputs that a day is closed. */
    void closed(LocalDate day, List<Topic<?, ?>> inputs) {
        new WatermarkWriter(producer)
                .write(day, inputs.stream().<String>map(Topic::name).toList());
    }

    /** The input of activities. */
    List<Topic<?, ?>> activities() {
        return List.of(catalogue.activities());
    }

    /** All inputs but that of activities. */
    List<Topic<?, ?>> allButActivities() {
        return catalogue.inputs().stream()
                .filter(input -> !input.equals(catalogue.activities()))
                .toList();
    }

    @Override
    public void close() {
        producer.close();
        registry.close();
        catalogue.close();
    }
}
