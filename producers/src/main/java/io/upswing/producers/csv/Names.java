package io.upswing.producers.csv;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What reps, teams and regions are called, by kind and id ({@code rep:...}); who is called twice keeps the first name. */
final class Names {
    private final Map<String, String> names = new LinkedHashMap<>();

    void add(IdKind kind, Optional<String> id, Optional<IdRule> rule, Row row) throws RowRefused {
        Optional<Column> column = rule.flatMap(IdRule::name);
        Optional<String> name = column.isPresent() ? row.value(column.get()) : Optional.empty();
        if (id.isPresent() && name.isPresent()) {
            names.putIfAbsent(kind.prefix() + ":" + id.get(), name.get());
        }
    }

    void addAll(Names others) {
        others.names.forEach(names::putIfAbsent);
    }

    Map<String, String> all() {
        return Collections.unmodifiableMap(names);
    }
}
