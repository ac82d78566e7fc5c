package io.upswing.app.clock;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Looks from standby whether another instance is at work: then the clock's topic grows. */
final class Watch {
    private final Consumer<byte[], byte[]> consumer;
    private final String topic;
    private final int patience;
    private Map<TopicPartition, Long> before = Map.of();
    private int quietTurns;

    /** @param patience after how many intervals without growth the other counts as gone */
    Watch(Consumer<byte[], byte[]> consumer, String topic, int patience) {
        this.consumer = consumer;
        this.topic = topic;
        this.patience = patience;
    }

    /** Looks once an interval; whether the other counts as gone. */
    boolean isQuiet() {
        Map<TopicPartition, Long> now = ends();
        quietTurns = now.equals(before) ? quietTurns + 1 : 0;
        before = now;
        return quietTurns >= patience;
    }

    private Map<TopicPartition, Long> ends() {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new UnknownTopicOrPartitionException("there is no topic " + topic);
        }
        // Kafka's consumer warns at each look for an end that it is not assigned to.
        consumer.assign(partitions);
        return Map.copyOf(consumer.endOffsets(partitions));
    }
}
