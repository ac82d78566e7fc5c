package io.upswing.producers.csv;

import io.upswing.schemas.topics.Topic;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;

/** What lies in the topics already, as far as an import must know it. */
interface ImportLog {
    /** The last closed day of each partition; empty for one without a watermark. */
    Map<TopicPartition, Optional<LocalDate>> lastClosedDays(Collection<String> topics);

    /** The earliest day that a partition of a topic has closed first: that before the first day of the history. */
    Optional<LocalDate> firstClosedDay(String topic);

    /** What was said last under each key. Records that can't be read are passed over: the stages refuse them too. */
    <V> Map<String, LastChange> lastChanges(Topic<String, V> topic, Function<V, LastChange> change);

    /** As of when each name that an export said was known; without those that came another way. */
    Map<String, Instant> namesAsOf(Topic<String, ?> names);
}
