package io.upswing.app.stores;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Values under a subject alone. */
record BySubject<V>(Table<V> table) {
    BySubject(ByteStore store, Codec<V> codec) {
        this(new Table<>(store, codec));
    }

    Optional<V> get(String subject) {
        return table.get(Keys.subject(subject));
    }

    boolean has(String subject) {
        return table.has(Keys.subject(subject));
    }

    void put(String subject, V value) {
        table.put(Keys.subject(subject), value);
    }

    /** All subjects, ascending. Cost: a scan of the store. */
    List<String> subjects() {
        List<String> subjects = new ArrayList<>();
        table.keys(key -> {
            if (key.length >= Keys.SHORTEST_SUBJECT) {
                subjects.add(Keys.subjectAt(key, 0));
            }
        });
        subjects.sort(Comparator.naturalOrder());
        return subjects;
    }
}
