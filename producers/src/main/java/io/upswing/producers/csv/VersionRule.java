package io.upswing.producers.csv;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A column that grows with each change of a row.
 *
 * @param date reads it as the moment of the last change; none: it holds whole numbers
 */
record VersionRule(Column column, Optional<DateRule> date) {
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");

    /** The version in this row, from 0; a moment in milliseconds since the epoch. */
    long version(Row row) throws RowRefused {
        String value = row.value(column).orElseThrow(() -> new RowRefused(column.name(), "", "is missing: no version"));
        if (date.isPresent()) {
            return date.get().moment(row).orElseThrow().toEpochMilli();
        }
        if (!WHOLE.matcher(value).matches()) {
            throw new RowRefused(
                    column.name(), value, "is no whole number (for a date or time the mapping gives a format)");
        }
        return Long.parseLong(value);
    }
}
