package io.upswing.producers.csv;

import java.io.Serial;

/** A CSV file as a whole can't be read: it is not there, or from some line on its rows can't be told apart. */
public final class UnreadableExportException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnreadableExportException(String message) {
        super(message);
    }

    UnreadableExportException(String message, Throwable cause) {
        super(message, cause);
    }
}
