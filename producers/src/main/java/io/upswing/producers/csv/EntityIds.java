package io.upswing.producers.csv;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The ids that stand in a file, those of refused rows too: what is missing from it can be told only if all can be read. */
final class EntityIds {
    private final Set<String> ids = new HashSet<>();
    private final Set<Long> lines = new HashSet<>();

    void add(String id, long line) {
        ids.add(id);
        lines.add(line);
    }

    boolean contains(String id) {
        return ids.contains(id);
    }

    boolean isEmpty() {
        return ids.isEmpty();
    }

    /** The first of a file's refused rows whose id could not be read. */
    Optional<RowError> unread(List<RowError> refused) {
        return refused.stream().filter(error -> !lines.contains(error.line())).findFirst();
    }
}
