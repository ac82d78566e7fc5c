package io.upswing.app.views.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.upswing.app.clock.BrokerTime;
import io.upswing.app.views.Inbox;
import io.upswing.app.views.UnavailableException;
import io.upswing.schemas.CommandEvent;
import io.upswing.schemas.Note;
import io.upswing.schemas.cloudevents.CloudEvent;
import io.upswing.schemas.registry.RegistryException;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.watermarks.Acknowledgement;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Commands and notes by an idempotent producer, which is made when it is first needed. */
public final class ProducedInbox implements Inbox, AutoCloseable {
    /** Shorter than clients of the API wait. */
    private static final int PATIENCE_MILLIS = 10_000;

    private final Supplier<Producer<byte[], byte[]>> make;
    private final Acknowledgement taken;
    private final Topic<String, CommandEvent> commands;
    private final Topic<String, Note> notes;
    private final BrokerTime time;
    private Optional<Producer<byte[], byte[]>> open = Optional.empty();
    private boolean isClosed;

    /**
     * An inbox to a cluster; nothing is sent yet.
     *
     * @param producer what every producer takes
     * @param time     asks by a record that it sends
     */
    public ProducedInbox(
            Map<String, Object> producer,
            Topic<String, CommandEvent> commands,
            Topic<String, Note> notes,
            BrokerTime time) {
        Map<String, Object> config = config(producer);
        this.make = () -> new KafkaProducer<>(config);
        this.taken = Acknowledgement.of(config);
        this.commands = commands;
        this.notes = notes;
        this.time = time;
    }

    private static Map<String, Object> config(Map<String, Object> producer) {
        Map<String, Object> config = new HashMap<>(producer);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS / 2);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return config;
    }

    private synchronized Producer<byte[], byte[]> producer() {
        if (isClosed) {
            throw new UnavailableException("the app is stopping");
        }
        Producer<byte[], byte[]> producer = open.orElseGet(make);
        open = Optional.of(producer);
        return producer;
    }

    @Override
    public Instant now() {
        try {
            return time.ask(producer());
        } catch (KafkaException e) {
            throw new UnavailableException("the broker does not say what time it is: " + e.getMessage(), e);
        }
    }

    @Override
    public void keep(String id, Note note) {
        send(notes, id, note, new CloudEvent(id, "upswing-api", name(note), Optional.of(note.getWrittenAt()), id));
    }

    @Override
    public void send(String rep, CommandEvent command) {
        send(
                commands,
                rep,
                command,
                new CloudEvent(
                        command.getCommandId(),
                        "upswing-api",
                        name(command),
                        Optional.of(command.getOccurredAt()),
                        rep));
    }

    private static String name(SpecificRecord made) {
        return made.getSchema().getFullName();
    }

    private <V extends SpecificRecord> void send(Topic<String, V> topic, String key, V value, CloudEvent attributes) {
        try {
            // Without a partition: the producer's own way, murmur2, is the one of all inputs.
            taken.await(producer()
                    .send(new ProducerRecord<>(
                            topic.name(), null, key.getBytes(UTF_8), topic.serialized(value), attributes.toHeaders())));
        } catch (RegistryException e) {
            throw new UnavailableException("the schema registry can't be asked: " + e.getMessage(), e);
        } catch (KafkaException e) {
            throw new UnavailableException(topic.name() + " can't be written to: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        open.ifPresent(Producer::close);
        open = Optional.empty();
    }
}
