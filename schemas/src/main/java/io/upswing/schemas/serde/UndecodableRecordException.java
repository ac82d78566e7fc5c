package io.upswing.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;

/** Bytes that are no record of the expected type, and never will be: they belong to the dead letters. */
public final class UndecodableRecordException extends SerializationException {
    /** @param message what is wrong with the bytes */
    public UndecodableRecordException(String message) {
        super(message);
    }

    /** @param message what is wrong with the bytes */
    public UndecodableRecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
