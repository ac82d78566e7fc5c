package io.upswing.app.views;

/** It can't be answered at the moment: stores move, an instance is away, or no day is open yet. */
public final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnavailableException(String message) {
        super(message);
    }

    public UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
