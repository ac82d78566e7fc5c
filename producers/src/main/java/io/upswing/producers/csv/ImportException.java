package io.upswing.producers.csv;

import java.io.Serial;

/** An import could not begin, or not go on; what was committed before stays, and running it again publishes the rest. */
public final class ImportException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    ImportException(String message) {
        super(message);
    }

    ImportException(String message, Throwable cause) {
        super(message, cause);
    }
}
