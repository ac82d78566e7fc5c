package io.upswing.core.source;

import java.util.Comparator;

/**
 * Where a change stands among the changes of one entity: by source version, then by when it occurred, then by event id.
 * Event ids alone never decide, since real CRMs reuse them.
 *
 * @param version    the source's version; {@link #UNVERSIONED} where it has none
 * @param occurredAt milliseconds since the epoch
 */
public record SourceOrder(long version, long occurredAt, String eventId) implements Comparable<SourceOrder> {
    /** Sorts before every version, so that a source without versions is ordered by time. */
    public static final long UNVERSIONED = Long.MIN_VALUE;

    private static final Comparator<SourceOrder> ORDER = Comparator.comparingLong(SourceOrder::version)
            .thenComparingLong(SourceOrder::occurredAt)
            .thenComparing(SourceOrder::eventId);

    @Override
    public int compareTo(SourceOrder other) {
        return ORDER.compare(this, other);
    }
}
