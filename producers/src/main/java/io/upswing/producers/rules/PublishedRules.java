package io.upswing.producers.rules;

import io.upswing.schemas.RuleEvent;
import io.upswing.schemas.serde.UndecodableRecordException;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.watermarks.Polling;
import io.upswing.schemas.watermarks.WatermarkReader;
import io.upswing.schemas.watermarks.WatermarkRecord;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * What lies in the topic of rules.
 *
 * @param versions  of each rule, by id, the lowest first
 * @param closedDay the last closed day; empty where no day is closed: the topic waits for an import of history
 */
public record PublishedRules(Map<String, List<RuleEvent>> versions, Optional<LocalDate> closedDay) {
    private static final Comparator<RuleEvent> BY_VERSION = Comparator.comparingInt(RuleEvent::getVersion);

    /** Sorts them by version, and keeps one of each. */
    public PublishedRules {
        Map<String, List<RuleEvent>> sorted = new TreeMap<>();
        versions.forEach((id, events) -> {
            TreeMap<Integer, RuleEvent> byVersion = new TreeMap<>();
            events.forEach(event -> byVersion.putIfAbsent(event.getVersion(), event));
            sorted.put(id, List.copyOf(byVersion.values()));
        });
        versions = Collections.unmodifiableMap(sorted);
    }

    /**
     * Reads all partitions up to their end. What can't be decoded is passed over: it is in the dead letters.
     *
     * @param kafka {@code bootstrap.servers} and whatever else Kafka's clients need
     * @param topic stays the caller's to close
     * @throws org.apache.kafka.common.KafkaException if the topic is missing, or the broker does not answer
     */
    public static PublishedRules read(Map<String, ?> kafka, Topic<String, RuleEvent> topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(WatermarkReader.consumerConfig(kafka))) {
            return read(consumer, topic);
        }
    }

    private static PublishedRules read(Consumer<byte[], byte[]> consumer, Topic<String, RuleEvent> topic) {
        Map<String, List<RuleEvent>> versions = new TreeMap<>();
        List<LocalDate> closed = new ArrayList<>();
        Polling.readAll(consumer, Polling.partitions(consumer, List.of(topic.name())), record -> {
            watermark(record).ifPresent(closed::add);
            decoded(topic, record)
                    .ifPresent(event -> versions.computeIfAbsent(
                                    new String(record.key(), StandardCharsets.UTF_8), id -> new ArrayList<>())
                            .add(event));
        });
        return new PublishedRules(versions, closed.stream().max(Comparator.naturalOrder()));
    }

    private static Optional<LocalDate> watermark(ConsumerRecord<byte[], byte[]> record) {
        return WatermarkRecord.read(record.key(), record.value(), record.headers())
                        instanceof WatermarkRecord.Reading.Found found
                ? Optional.of(found.watermark().day())
                : Optional.empty();
    }

    private static Optional<RuleEvent> decoded(Topic<String, RuleEvent> topic, ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null || record.value() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    topic.valueSerde().deserializer().deserialize(topic.name(), record.headers(), record.value()));
        } catch (UndecodableRecordException e) {
            return Optional.empty();
        }
    }

    /** The version that was published last. */
    public Optional<RuleEvent> last(String id) {
        return versions.getOrDefault(id, List.of()).stream().max(BY_VERSION);
    }

    /** The version that is in force on a day: the highest of those that are effective by then, if it is not retired. */
    public Optional<RuleEvent> inForce(String id, LocalDate day) {
        return versions.getOrDefault(id, List.of()).stream()
                .filter(event -> !event.getEffective().isAfter(day))
                .max(BY_VERSION)
                .filter(event -> !event.getRetired());
    }

    /** The day that is open to whoever writes rules now: the day after the last closed one. */
    public Optional<LocalDate> openDay() {
        return closedDay.map(day -> day.plusDays(1));
    }
}
