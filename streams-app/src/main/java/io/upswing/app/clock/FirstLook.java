package io.upswing.app.clock;

import io.upswing.schemas.watermarks.WatermarkReader;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds out from which day on the clock has to work.
 *
 * <p>It must find the same twice: while an import of history writes each day's records and then its watermarks, days are
 * the import's to close.
 */
final class FirstLook {
    // A partition without a watermark is read whole at each look.
    private static final int MOST_TURNS_BETWEEN = 16;

    private final WatermarkReader reader;
    private final Collection<String> inputs;
    private Map<TopicPartition, Optional<LocalDate>> before = Map.of();
    private int turnsBetween = 1;
    private int turnsLeft = 1;

    FirstLook(WatermarkReader reader, Collection<String> inputs) {
        this.reader = reader;
        this.inputs = List.copyOf(inputs);
    }

    /**
     * Looks, if its turn has come; empty as long as the days are not known, or not the clock's to close.
     *
     * @param lastOver the last day that is over: the stages refuse a watermark far ahead, and a clock that took it for the
     *     partition's last would close no day there until then
     */
    Optional<Progress> turn(LocalDate lastOver) {
        turnsLeft--;
        if (turnsLeft > 0) {
            return Optional.empty();
        }
        Map<TopicPartition, Optional<LocalDate>> found = reader.highest(inputs, lastOver);
        boolean same = found.equals(before);
        before = found;
        if (!lacking().isEmpty()) {
            turnsBetween = same ? Math.min(turnsBetween * 2, MOST_TURNS_BETWEEN) : 1;
            turnsLeft = turnsBetween;
            return Optional.empty();
        }
        turnsLeft = 1;
        return same ? Optional.of(progress(found)) : Optional.empty();
    }

    /** The input topics with a partition that has no watermark, as far as the last look has seen. */
    List<String> lacking() {
        return before.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(entry -> entry.getKey().topic())
                .distinct()
                .sorted()
                .toList();
    }

    private static Progress progress(Map<TopicPartition, Optional<LocalDate>> found) {
        return new Progress(found.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().orElseThrow())));
    }
}
