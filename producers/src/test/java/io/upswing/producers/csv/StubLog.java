package io.upswing.producers.csv;

import io.upswing.schemas.topics.Topic;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;

/** Topics in which lies what a test has put there. */
final class StubLog implements ImportLog {
    /** By topic, without the prefix, and key. */
    final Map<String, Map<String, Object>> events = new HashMap<>();

    final Map<String, Instant> names = new HashMap<>();
    private final Map<TopicPartition, Optional<LocalDate>> closed;

    StubLog(Map<TopicPartition, Optional<LocalDate>> closed) {
        this.closed = closed;
    }

    @Override
    public Map<TopicPartition, Optional<LocalDate>> lastClosedDays(Collection<String> topics) {
        return Map.copyOf(closed);
    }

    @Override
    public Optional<LocalDate> firstClosedDay(String topic) {
        return Optional.of(LocalDate.of(2016, 12, 31));
    }

    @Override
    @SuppressWarnings("unchecked") // a test puts events of a topic's type into it
    public <V> Map<String, LastChange> lastChanges(Topic<String, V> topic, Function<V, LastChange> change) {
        Map<String, LastChange> last = new HashMap<>();
        events.getOrDefault(topic.name().replaceFirst("^t\\.", ""), Map.of())
                .forEach((key, event) -> last.put(key, change.apply((V) event)));
        return last;
    }

    @Override
    public Map<String, Instant> namesAsOf(Topic<String, ?> topic) {
        return Map.copyOf(names);
    }
}
