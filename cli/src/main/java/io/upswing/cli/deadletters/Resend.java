package io.upswing.cli.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.upswing.app.intake.DeadLetter;
import io.upswing.core.source.Refusal.Reason;
import io.upswing.schemas.topics.Murmur2Partitions;
import io.upswing.schemas.watermarks.Acknowledgement;
import io.upswing.schemas.watermarks.WatermarkRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends dead letters to where they came from: key, value and headers as they were, into the partition of the key, with a
 * header that names the dead letter.
 */
public final class Resend {
    /** None of a watermark's headers, on no record whatever; and one origin only. */
    private static final Set<String> LEFT_OUT =
            Set.of(WatermarkRecord.DAY, WatermarkRecord.FROM, DeadLetter.RESENT_FROM);
    // A letter may be as large as the topic of dead letters takes it.
    private static final int LARGEST = 16 * 1024 * 1024;

    private final Producer<byte[], byte[]> producer;
    private final Acknowledgement taken;
    private final Set<String> inputs;
    private final Map<String, Integer> partitions = new HashMap<>();

    /** What became of a letter. */
    public sealed interface Outcome {
        /** It stands there now, or would. */
        record Sent(String topic, int partition, long offset) implements Outcome {}

        /** It can't be sent. */
        record Left(String why) implements Outcome {}
    }

    /**
     * Sends nothing yet.
     *
     * @param producer made with {@link #producerConfig}; the caller's to close
     * @param taken  how long its broker is waited for
     * @param inputs the topics that others than the app write to
     */
    public Resend(Producer<byte[], byte[]> producer, Acknowledgement taken, Set<String> inputs) {
        this.producer = producer;
        this.taken = taken;
        this.inputs = Set.copyOf(inputs);
    }

    /** A producer's configuration. */
    public static Map<String, Object> producerConfig(Map<String, Object> kafka) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST);
        // What came compressed may be more than its topic takes without.
        config.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return config;
    }

    /**
     * Sends a letter, and waits until the broker has it.
     *
     * @param dryRun only says what would become of it
     */
    public Outcome send(Letter letter, boolean dryRun) {
        byte @Nullable [] key = letter.key();
        if (letter.source().isEmpty()) {
            return new Outcome.Left("it does not say where it came from");
        }
        String topic = letter.source().get().topic();
        if (!inputs.contains(topic)) {
            return new Outcome.Left(topic + " is no input: a stage writes it, and what it wrote can't be sent again");
        }
        if (letter.reason().equals(Reason.MALFORMED_WATERMARK.id())
                || letter.reason().equals(Reason.WATERMARK_OUT_OF_BOUNDS.id())) {
            return new Outcome.Left("a watermark is never sent again: the clock, or the import, writes the right ones");
        }
        if (letter.reason().equals(Reason.TOO_LARGE.id())) {
            return new Outcome.Left("it was too large to be kept: it stands at "
                    + letter.source().get() + " only");
        }
        if (key == null || key.length == 0) {
            return new Outcome.Left("it has no key, so it has no place: publish it anew under its entity's id");
        }
        int count = partitions.computeIfAbsent(
                topic, name -> producer.partitionsFor(name).size());
        int partition = Murmur2Partitions.partitionFor(key, count);
        return dryRun
                ? new Outcome.Sent(topic, partition, -1)
                : send(new ProducerRecord<>(topic, partition, null, key, letter.value(), headers(letter)));
    }

    private Outcome send(ProducerRecord<byte[], byte[]> record) {
        try {
            RecordMetadata sent = taken.await(producer.send(record));
            return new Outcome.Sent(sent.topic(), sent.partition(), sent.offset());
        } catch (RecordTooLargeException e) {
            return new Outcome.Left("too large: " + e.getMessage());
        }
    }

    private static Headers headers(Letter letter) {
        Headers headers = new RecordHeaders(letter.originalHeaders().stream()
                .filter(header -> !LEFT_OUT.contains(header.key()))
                .toList());
        return headers.add(DeadLetter.RESENT_FROM, letter.place().toString().getBytes(UTF_8));
    }
}
