package io.upswing.core.entity;

import java.util.SortedMap;

/** How many entities there are, and what is odd about how many of them, by source. */
public interface Quality {
    /** The item under which the entities themselves are counted. */
    String ALL = "all";

    /** The item under which facts are counted that became known after the day to which they belong had been closed. */
    String LATE = "late-facts";

    /**
     * What is counted.
     *
     * @param source which system spoke last; empty where it does not say
     * @param kind   {@code deal} or {@code activity}
     * @param item   {@link #ALL}, {@link #LATE}, or the id of an {@link Oddity}
     */
    record Key(String source, String kind, String item) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int bySource = source.compareTo(other.source);
            int byKind = bySource != 0 ? bySource : kind.compareTo(other.kind);
            return byKind != 0 ? byKind : item.compareTo(other.item);
        }
    }

    long get(Key key);

    /** Zero removes it. */
    void put(Key key, long count);

    /** All counts that are not zero. */
    SortedMap<Key, Long> all();
}
