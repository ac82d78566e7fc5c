package io.upswing.producers.csv;

import java.io.Serial;

/** Leaves the reading of one row; the rest of the file goes on. */
final class RowRefused extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String column;
    private final String value;
    private final String reason;

    RowRefused(String column, String value, String reason) {
        super(reason);
        this.column = column;
        this.value = value;
        this.reason = reason;
    }

    RowError in(String file, long line) {
        return new RowError(file, line, column, value, reason);
    }
}
