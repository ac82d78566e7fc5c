package io.upswing.app.clock;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * The last day that each input partition has been told.
 *
 * <p>The lowest decides which day comes next. A partition that is ahead is left out until the others have caught up: in
 * it, an earlier day would stand behind a later one, and who looks for the last would find the wrong one.
 *
 * @param last at least one partition
 */
record Progress(Map<TopicPartition, LocalDate> last) {
    Progress {
        last = Map.copyOf(last);
        if (last.isEmpty()) {
            throw new IllegalArgumentException("no partitions");
        }
    }

    /** The last day that is closed in all partitions. */
    LocalDate lowest() {
        return last.values().stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    /** The partitions that have yet to be told a day. */
    List<TopicPartition> lacking(LocalDate day) {
        return last.entrySet().stream()
                .filter(entry -> entry.getValue().isBefore(day))
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition))
                .toList();
    }

    /** After a day has been told to those that lacked it. */
    Progress with(LocalDate day) {
        Map<TopicPartition, LocalDate> next = new HashMap<>(last);
        next.replaceAll((partition, before) -> before.isBefore(day) ? day : before);
        return new Progress(next);
    }
}
