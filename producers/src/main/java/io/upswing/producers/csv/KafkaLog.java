package io.upswing.producers.csv;

import io.upswing.schemas.serde.UndecodableRecordException;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.watermarks.WatermarkReader;
import io.upswing.schemas.watermarks.WatermarkRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads the topics on a cluster, committed records only, from the beginning to what is their end at the time. */
final class KafkaLog implements ImportLog {
    private static final Duration POLL = Duration.ofMillis(250);
    // A minute without progress: longer than a change of leader, shorter than a person's patience.
    private static final int POLLS_WITHOUT_PROGRESS = 240;

    private final Map<String, ?> kafka;

    KafkaLog(Map<String, ?> kafka) {
        this.kafka = kafka;
    }

    @Override
    public Map<TopicPartition, Optional<LocalDate>> lastClosedDays(Collection<String> topics) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            return new WatermarkReader(consumer).highest(topics);
        }
    }

    @Override
    public Optional<LocalDate> firstClosedDay(String topic) {
        List<LocalDate> first = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            for (TopicPartition partition : partitions(consumer, topic)) {
                read(
                        consumer,
                        partition,
                        record -> watermark(record).map(first::add).orElse(false));
            }
        }
        return first.stream().min(Comparator.naturalOrder());
    }

    @Override
    public <V> Map<String, LastChange> lastChanges(Topic<String, V> topic, Function<V, LastChange> change) {
        Map<String, LastChange> last = new HashMap<>();
        readAll(topic.name(), record -> {
            if (record.key() != null && record.value() != null) {
                decoded(topic, record).map(change).ifPresent(said -> last.merge(key(record), said, LastChange::and));
            }
        });
        return last;
    }

    @Override
    public Map<String, Instant> namesAsOf(Topic<String, ?> names) {
        Map<String, Instant> known = new HashMap<>();
        readAll(names.name(), record -> {
            if (record.key() != null) {
                known.remove(key(record));
                AsOfHeader.read(record.headers()).ifPresent(asOf -> known.put(key(record), asOf));
            }
        });
        return known;
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), StandardCharsets.UTF_8);
    }

    private static <V> Optional<V> decoded(Topic<String, V> topic, ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.of(
                    topic.valueSerde().deserializer().deserialize(topic.name(), record.headers(), record.value()));
        } catch (UndecodableRecordException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> watermark(ConsumerRecord<byte[], byte[]> record) {
        return WatermarkRecord.read(record.key(), record.value(), record.headers())
                        instanceof WatermarkRecord.Reading.Found found
                ? Optional.of(found.watermark().day())
                : Optional.empty();
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(WatermarkReader.consumerConfig(kafka));
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private void readAll(String topic, java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> handler) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            for (TopicPartition partition : partitions(consumer, topic)) {
                read(consumer, partition, record -> {
                    handler.accept(record);
                    return false;
                });
            }
        }
    }

    /** Hands the records of a partition over, until one is said to be enough. */
    private static void read(
            KafkaConsumer<byte[], byte[]> consumer,
            TopicPartition partition,
            Predicate<ConsumerRecord<byte[], byte[]>> enough) {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        long position = consumer.position(partition);
        int idle = 0;
        while (position < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL).records(partition)) {
                if (enough.test(record)) {
                    return;
                }
            }
            long now = consumer.position(partition);
            idle = now > position ? 0 : idle + 1;
            position = now;
            if (idle > POLLS_WITHOUT_PROGRESS) {
                throw new TimeoutException("no record of %s from offset %d to %d".formatted(partition, position, end));
            }
        }
    }
}
