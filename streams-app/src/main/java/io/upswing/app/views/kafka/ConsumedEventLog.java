package io.upswing.app.views.kafka;

import io.upswing.app.views.EventLog;
import io.upswing.app.views.UnavailableException;
import io.upswing.schemas.IssueEvent;
import io.upswing.schemas.PlanEvent;
import io.upswing.schemas.topics.Topic;
import io.upswing.schemas.watermarks.Polling;
import io.upswing.schemas.watermarks.WatermarkReader;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Events as committed, read from the beginning of their topic up to its end each time. What a replay after a reset has
 * written again counts once. Cost: the whole topic in memory.
 */
public final class ConsumedEventLog implements EventLog {
    private static final Comparator<IssueEvent> ISSUES = Comparator.comparing(IssueEvent::getRep)
            .thenComparing(IssueEvent::getDay)
            .thenComparingInt(IssueEvent::getSequence);
    private static final Comparator<PlanEvent> PLANS = Comparator.comparing(PlanEvent::getRep)
            .thenComparing(PlanEvent::getDay)
            .thenComparingInt(PlanEvent::getSequence);

    private final Map<String, Object> consumer;
    private final Topic<String, IssueEvent> issues;
    private final Topic<String, PlanEvent> plans;

    /** @param consumer what every consumer takes */
    public ConsumedEventLog(
            Map<String, Object> consumer, Topic<String, IssueEvent> issues, Topic<String, PlanEvent> plans) {
        this.consumer = WatermarkReader.consumerConfig(consumer);
        this.issues = issues;
        this.plans = plans;
    }

    @Override
    public List<IssueEvent> issues() {
        return sorted(issues, IssueEvent::getEventId, ISSUES);
    }

    @Override
    public List<PlanEvent> plans() {
        return sorted(plans, PlanEvent::getEventId, PLANS);
    }

    private <V> List<V> sorted(Topic<String, V> topic, Function<V, String> id, Comparator<V> order) {
        Map<String, V> events = new HashMap<>();
        try (Consumer<byte[], byte[]> reader = new KafkaConsumer<>(consumer)) {
            List<TopicPartition> partitions = Polling.partitions(reader, List.of(topic.name()));
            Map<TopicPartition, Long> begin = reader.beginningOffsets(partitions);
            Map<TopicPartition, Long> end = reader.endOffsets(partitions);
            for (TopicPartition partition : partitions) {
                long from = begin.getOrDefault(partition, 0L);
                Polling.read(reader, partition, from, end.getOrDefault(partition, from), found -> {
                    V event = topic.valueSerde().deserializer().deserialize(topic.name(), found.value());
                    events.put(id.apply(event), event);
                    return false;
                });
            }
        } catch (KafkaException e) {
            throw new UnavailableException(topic.name() + " can't be read: " + e.getMessage(), e);
        }
        return events.values().stream().sorted(order).toList();
    }
}
