package io.upswing.producers.csv;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/** The last closed day of each input partition, as an import moves it on. */
final class ClosedDays {
    private final TreeMap<TopicPartition, Optional<LocalDate>> last =
            new TreeMap<>(Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition));

    ClosedDays(Map<TopicPartition, Optional<LocalDate>> last) {
        this.last.putAll(last);
    }

    /** The partitions without any watermark. */
    List<TopicPartition> silent() {
        return last.keySet().stream()
                .filter(partition -> closedUpTo(partition).isEmpty())
                .toList();
    }

    /** The day up to which all partitions have closed all days; none if one has closed none. */
    Optional<LocalDate> lowest() {
        return silent().isEmpty()
                ? last.values().stream().flatMap(Optional::stream).min(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** The partitions without any watermark; from now on they count as closed up to this day. */
    List<TopicPartition> begin(LocalDate day) {
        return advance(day, silent());
    }

    /** The partitions that have not closed this day yet; from now on they count as having done so. */
    List<TopicPartition> close(LocalDate day) {
        return advance(
                day,
                last.keySet().stream()
                        .filter(partition -> closedUpTo(partition)
                                .map(closed -> closed.isBefore(day))
                                .orElse(true))
                        .toList());
    }

    private Optional<LocalDate> closedUpTo(TopicPartition partition) {
        return last.getOrDefault(partition, Optional.empty());
    }

    private List<TopicPartition> advance(LocalDate day, List<TopicPartition> partitions) {
        partitions.forEach(partition -> last.put(partition, Optional.of(day)));
        return partitions;
    }
}
