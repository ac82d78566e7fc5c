package io.upswing.app.avro;

/** JSON is not what a schema asks for; the message names the field, its value, and what would be right. */
public final class WrongJsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WrongJsonException(String message) {
        super(message);
    }
}
