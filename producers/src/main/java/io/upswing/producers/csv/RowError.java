package io.upswing.producers.csv;

/**
 * Why one row was refused.
 *
 * @param file the CSV file's name, as the mapping gives it
 * @param line the line on which the row begins, from 1 (the header's)
 * @param column the column at fault; empty if the row as a whole is
 * @param value what stands there, cut after 80 characters; may be empty
 * @param reason what is wrong with it
 */
public record RowError(String file, long line, String column, String value, String reason) {
    private static final int SHOWN = 80;

    public RowError {
        value = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    }

    /** One line for a person. */
    public String message() {
        String where = column.isEmpty() ? "" : ", %s '%s'".formatted(column, value);
        return "%s, line %d%s: %s".formatted(file, line, where, reason);
    }
}
