package io.upswing.producers.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What rows of all kinds have in their columns. */
final class Cells {
    private Cells() {}

    /** The id in a row, which must have one. */
    static String id(IdRule rule, Row row) throws RowRefused {
        Optional<String> id = rule.id(row);
        if (id.isEmpty()) {
            throw new RowRefused(columnsOf(rule), "", "is missing: no id");
        }
        return id.get();
    }

    static Optional<String> optionalId(Optional<IdRule> rule, Row row) throws RowRefused {
        return rule.isPresent() ? rule.get().id(row) : Optional.empty();
    }

    static Optional<CrmDate> optionalDate(Optional<DateRule> rule, Row row) throws RowRefused {
        return rule.isPresent() ? rule.get().date(row) : Optional.empty();
    }

    static Optional<String> optionalText(Optional<Column> column, Row row) throws RowRefused {
        return column.isPresent() ? row.value(column.get()) : Optional.empty();
    }

    static OptionalLong version(Optional<VersionRule> rule, Row row) throws RowRefused {
        return rule.isPresent() ? OptionalLong.of(rule.get().version(row)) : OptionalLong.empty();
    }

    /** Remembers the line of a key, and refuses one that an earlier line has. */
    static <K> void refuseSecond(Map<K, Long> lines, K key, IdRule rule, Row row) throws RowRefused {
        Long first = lines.putIfAbsent(key, row.line());
        if (first == null) {
            return;
        }
        throw new RowRefused(columnsOf(rule), shown(rule, row), "is there already in line " + first);
    }

    /** The values that make an id, for a person. */
    static String shown(IdRule rule, Row row) throws RowRefused {
        List<String> values = new ArrayList<>();
        for (Column column : rule.of()) {
            values.add(row.value(column).orElse(""));
        }
        return String.join(", ", values);
    }

    static String columnsOf(IdRule rule) {
        return String.join(", ", rule.of().stream().map(Column::name).toList());
    }
}
