package io.upswing.app.stores;

import io.upswing.core.entity.Quality;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;

/** Counts of data quality. The key holds kind and item, which know no bar, then the source, which may be anything. */
record StoredQuality(BySubject<Long> counts) implements Quality {
    private static final String BAR = "|";

    StoredQuality(ByteStore store) {
        this(new BySubject<>(store, new Count()));
    }

    @Override
    public long get(Key key) {
        return counts.get(text(key)).orElse(0L);
    }

    @Override
    public void put(Key key, long count) {
        if (count == 0) {
            counts.table().remove(bytes(key));
        } else {
            counts.put(text(key), count);
        }
    }

    @Override
    public SortedMap<Key, Long> all() {
        SortedMap<Key, Long> all = new TreeMap<>();
        counts.subjects().forEach(text -> all.put(key(text), counts.get(text).orElse(0L)));
        return all;
    }

    private static String text(Key key) {
        return key.kind() + BAR + key.item() + BAR + key.source();
    }

    private static Bytes bytes(Key key) {
        return Keys.subject(text(key));
    }

    private static Key key(String text) {
        int first = text.indexOf(BAR);
        int second = text.indexOf(BAR, first + 1);
        return new Key(text.substring(second + 1), text.substring(0, first), text.substring(first + 1, second));
    }

    private static final class Count implements Codec<Long> {
        @Override
        public void write(Long value, ValueWriter out) {
            out.number(value);
        }

        @Override
        public Long read(ValueReader in) {
            return in.number();
        }
    }
}
