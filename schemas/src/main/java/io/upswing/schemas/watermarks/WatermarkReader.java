package io.upswing.schemas.watermarks;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the highest watermark of each partition.
 *
 * <p>Reads backwards from the end until it meets one: writers never go back, so that the last is the highest. Costs what
 * lies behind it, twice over at most; a partition without any is read whole.
 */
public final class WatermarkReader {
    private static final int FIRST_CHUNK = 256;
    private static final int GROWTH = 4;

    private final Consumer<byte[], byte[]> consumer;

    /** @param consumer made with {@link #consumerConfig}; assigned anew by each call, and the caller's to close */
    public WatermarkReader(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** A consumer's configuration for this reader: committed records only, no group, no offsets kept. */
    public static Map<String, Object> consumerConfig(Map<String, ?> kafka) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                IsolationLevel.READ_COMMITTED.toString().toLowerCase(Locale.ROOT));
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return config;
    }

    /**
     * The last closed day of each partition of topics; empty for one without a watermark.
     *
     * @throws org.apache.kafka.common.KafkaException if a topic is missing, or the broker does not answer
     */
    public Map<TopicPartition, Optional<LocalDate>> highest(Collection<String> topics) {
        return highest(topics, WatermarkRecord.LAST);
    }

    /**
     * The same, as if there were no watermarks of days after one.
     *
     * @param last the last day that can be meant: a watermark of a later one is a mistake
     */
    public Map<TopicPartition, Optional<LocalDate>> highest(Collection<String> topics, LocalDate last) {
        List<TopicPartition> partitions = Polling.partitions(consumer, topics);
        Map<TopicPartition, Long> begin = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
        Map<TopicPartition, Optional<LocalDate>> highest = new HashMap<>();
        partitions.forEach(p -> highest.put(p, highest(p, begin.getOrDefault(p, 0L), end.getOrDefault(p, 0L), last)));
        return Map.copyOf(highest);
    }

    private Optional<LocalDate> highest(TopicPartition partition, long begin, long end, LocalDate last) {
        long size = FIRST_CHUNK;
        long to = end;
        while (to > begin) {
            long from = Math.max(begin, to - size);
            Optional<LocalDate> found = highestWithin(partition, from, to, last);
            if (found.isPresent()) {
                return found;
            }
            to = from;
            size *= GROWTH;
        }
        return Optional.empty();
    }

    private Optional<LocalDate> highestWithin(TopicPartition partition, long from, long to, LocalDate last) {
        AtomicReference<@Nullable LocalDate> highest = new AtomicReference<>();
        Polling.read(consumer, partition, from, to, record -> {
            watermark(record)
                    .filter(day -> !day.isAfter(last))
                    .ifPresent(day -> highest.accumulateAndGet(day, WatermarkReader::later));
            return false;
        });
        return Optional.ofNullable(highest.get());
    }

    private static Optional<LocalDate> watermark(ConsumerRecord<byte[], byte[]> record) {
        return WatermarkRecord.read(record.key(), record.value(), record.headers())
                        instanceof WatermarkRecord.Reading.Found found
                ? Optional.of(found.watermark().day())
                : Optional.empty();
    }

    private static @Nullable LocalDate later(@Nullable LocalDate a, @Nullable LocalDate b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isAfter(b) ? a : b;
    }
}
