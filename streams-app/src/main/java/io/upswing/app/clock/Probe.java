package io.upswing.app.clock;

import io.upswing.schemas.ClockProbe;
import io.upswing.schemas.topics.Topic;
import java.time.Instant;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Learns the broker's time from a record on the clock's topic. */
public final class Probe implements BrokerTime {
    // A topic that keeps the sender's time gives it back: so that a host's clock can't pass for the broker's.
    private static final long NO_TIME = 0;

    private final Topic<String, ClockProbe> topic;
    private final String instance;
    private byte @Nullable [] value;

    /**
     * Sends nothing yet.
     *
     * @param topic with append times
     * @param instance who asks, for people who read the topic
     */
    public Probe(Topic<String, ClockProbe> topic, String instance) {
        this.topic = topic;
        this.instance = instance;
    }

    @Override
    public Instant ask(Producer<byte[], byte[]> producer) {
        byte[] key = topic.keySerde().serializer().serialize(topic.name(), instance);
        RecordMetadata taken = ClockClients.TAKEN.await(
                producer.send(new ProducerRecord<>(topic.name(), null, NO_TIME, key, value())));
        if (!taken.hasTimestamp() || taken.timestamp() == NO_TIME) {
            throw new KafkaException("topic " + topic.name()
                    + " does not tell the broker's time: its message.timestamp.type must be LogAppendTime");
        }
        return Instant.ofEpochMilli(taken.timestamp());
    }

    /** Made once, so that a registry that is away later does not stop the clock. */
    private byte[] value() {
        byte[] made = value;
        if (made == null) {
            made = topic.serialized(
                    ClockProbe.newBuilder().setInstance(instance).build());
            value = made;
        }
        return made;
    }
}
