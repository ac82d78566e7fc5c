package io.upswing.producers.csv;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One row of a CSV file, its values found by column name. */
record Row(long line, Map<String, Integer> header, List<String> fields) {
    private static final char REPLACEMENT = '\uFFFD';

    /** The value without the blanks around it; none if nothing is left. */
    Optional<String> value(Column column) throws RowRefused {
        int index = Objects.requireNonNull(header.get(column.name()), column.name());
        String value = fields.get(index).strip();
        if (value.indexOf(REPLACEMENT) >= 0) {
            throw new RowRefused(column.name(), value, "holds bytes that are no characters in csv.encoding");
        }
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }
}
