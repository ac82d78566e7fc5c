package io.upswing.app.avro;

import io.upswing.core.source.Bounds;
import io.upswing.core.source.Refusal;
import io.upswing.core.source.Refusal.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ids as they come from outside. Upper and lower case are different. */
public final class Ids {
    private Ids() {}

    /**
     * The id that a record's key holds.
     *
     * @throws RefusedException if there is none, or it is no UTF-8, or too long
     */
    public static String ofKey(byte @Nullable [] key) {
        if (key == null || key.length == 0) {
            throw new RefusedException(new Refusal(Reason.NO_ID, "the record has no key: the key is the entity's id"));
        }
        try {
            return checked(
                    "key",
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(key))
                            .toString());
        } catch (CharacterCodingException e) {
            throw new RefusedException(new Refusal(Reason.UNDECODABLE, "the key is not UTF-8"));
        }
    }

    /** The id in the key of a record that a stage has written. */
    public static String ofInternalKey(byte @Nullable [] key) {
        if (key == null || key.length == 0) {
            throw new RefusedException(new Refusal(Reason.NO_ID, "the record has no key"));
        }
        return new String(key, StandardCharsets.UTF_8);
    }

    /**
     * A word of the source's, such as a stage.
     *
     * @throws RefusedException if it is too long
     */
    public static String word(String field, String word) {
        return checked(field, word);
    }

    /**
     * An id in a field; blank is as good as none.
     *
     * @throws RefusedException if it is too long
     */
    public static Optional<String> of(String field, @Nullable String id) {
        return id == null || id.isBlank() ? Optional.empty() : Optional.of(checked(field, id));
    }

    private static String checked(String field, String id) {
        int bytes = id.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > Bounds.MAX_ID_BYTES) {
            throw new RefusedException(new Refusal(
                    Reason.ID_TOO_LONG,
                    "the id in " + field + " has " + bytes + " bytes, not at most " + Bounds.MAX_ID_BYTES));
        }
        return id;
    }
}
