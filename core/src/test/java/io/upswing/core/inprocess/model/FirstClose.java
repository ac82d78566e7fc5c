package io.upswing.core.inprocess.model;

import io.upswing.core.inprocess.history.Log;
import io.upswing.core.inprocess.history.Topic;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The first day that a task closes: the lowest first watermark of all that reaches it. */
public final class FirstClose {
    private FirstClose() {}

    /** All deals and activities reach it, but only its own partition of what HR says. */
    public static int ofRepTask(Log log, int partition) {
        return Stream.concat(
                        Stream.of(Topic.REPS, Topic.QUOTAS)
                                .map(topic -> log.of(topic).get(partition)),
                        Stream.of(Topic.DEALS, Topic.ACTIVITIES).flatMap(topic -> log.of(topic).stream()))
                .mapToInt(FirstClose::firstSaid)
                .min()
                .orElseThrow();
    }

    /** What all rep tasks say reaches it. */
    public static int ofUnitTask(Log log) {
        return IntStream.range(0, log.partitions())
                .map(partition -> ofRepTask(log, partition))
                .min()
                .orElseThrow();
    }

    private static int firstSaid(List<Log.Entry> partition) {
        for (Log.Entry entry : partition) {
            if (entry instanceof Log.Closed(int day)) {
                return day;
            }
        }
        throw new IllegalArgumentException("a partition without watermarks");
    }
}
