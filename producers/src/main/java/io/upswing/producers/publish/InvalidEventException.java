package io.upswing.producers.publish;

import java.io.Serial;

/** An event would say what Upswing does not take. The message names the entity, the field, its value and what is right. */
public final class InvalidEventException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String field;

    InvalidEventException(String subject, String field, String problem) {
        super(subject + ": " + field + " " + problem);
        this.field = field;
    }

    /** The field at fault, as its schema calls it; {@code id} for the entity's own. */
    public String field() {
        return field;
    }
}
