package io.upswing.cli.cases;

import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.watermarks.Polling;
import io.upswing.schemas.watermarks.WatermarkReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Follows a topic of events as they are committed. */
public final class EventFeed {
    private static final Duration POLL = Duration.ofMillis(250);

    private final Map<String, Object> consumer;

    /** @param consumer what every consumer takes */
    public EventFeed(Map<String, Object> consumer) {
        this.consumer = WatermarkReader.consumerConfig(consumer);
    }

    /**
     * Hands each event over, until it is told to stop.
     *
     * @param fromBeginning those that are there already, too
     * @param begun         called when none can be missed any more that comes from then on
     */
    public <V> void follow(
            Topic<String, V> topic,
            boolean fromBeginning,
            Runnable begun,
            BooleanSupplier stop,
            java.util.function.Consumer<V> each) {
        try (Consumer<byte[], byte[]> reader = new KafkaConsumer<>(consumer)) {
            List<TopicPartition> partitions = Polling.partitions(reader, List.of(topic.name()));
            reader.assign(partitions);
            if (fromBeginning) {
                reader.seekToBeginning(partitions);
            } else {
                reader.seekToEnd(partitions);
                // Where the end is, is asked for lazily: now, so that nothing is missed.
                partitions.forEach(reader::position);
            }
            begun.run();
            while (!stop.getAsBoolean()) {
                for (ConsumerRecord<byte[], byte[]> found : reader.poll(POLL)) {
                    each.accept(topic.valueSerde().deserializer().deserialize(topic.name(), found.value()));
                }
            }
        }
    }
}
