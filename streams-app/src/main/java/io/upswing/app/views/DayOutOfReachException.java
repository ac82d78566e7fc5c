package io.upswing.app.views;

/** A day can't be asked for; the message says which can. */
public final class DayOutOfReachException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DayOutOfReachException(String message) {
        super(message);
    }
}
