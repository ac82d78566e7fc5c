package io.upswing.core.inprocess.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was done on one day, or in one window.
 *
 * @param byKind  how many of each kind; none where there are none
 * @param channel how many of which the channel is known
 * @param mobile  how many of them were logged on a phone
 * @param delays  seconds until they were logged, where both moments are known, ascending
 */
public record Activities(SortedMap<String, Long> byKind, long channel, long mobile, List<Long> delays) {
    public static final Activities NONE = new Activities(new TreeMap<>(), 0, 0, List.of());

    /** One activity. */
    record Done(
            String kind, @Nullable String channel, @Nullable Long delay) {}

    static Activities of(List<Done> done) {
        SortedMap<String, Long> byKind = new TreeMap<>();
        List<Long> delays = new ArrayList<>();
        long channel = 0;
        long mobile = 0;
        for (Done one : done) {
            byKind.merge(one.kind(), 1L, Long::sum);
            channel += one.channel() == null ? 0 : 1;
            mobile += "MOBILE".equals(one.channel()) ? 1 : 0;
            if (one.delay() != null) {
                delays.add(one.delay());
            }
        }
        delays.sort(null);
        return new Activities(byKind, channel, mobile, delays);
    }

    /** How many there are. */
    public long count() {
        return byKind.values().stream().mapToLong(Long::longValue).sum();
    }

    public long count(String kind) {
        return byKind.getOrDefault(kind, 0L);
    }

    Activities minus(Activities part) {
        SortedMap<String, Long> left = new TreeMap<>(byKind);
        for (Map.Entry<String, Long> kind : part.byKind.entrySet()) {
            left.merge(kind.getKey(), -kind.getValue(), Long::sum);
        }
        left.values().removeIf(count -> count == 0);
        return new Activities(left, channel - part.channel, mobile - part.mobile, Pane.without(delays, part.delays));
    }
}
