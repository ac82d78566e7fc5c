package io.upswing.app.garbage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record that can't be taken.
 *
 * @param what is wrong with it
 * @param reasons of which one must stand on its dead letter
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read only
public record Bad(String what, Set<String> reasons, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
    /** Without headers. */
    public static Bad of(String what, String reason, byte @Nullable [] key, byte @Nullable [] value) {
        return new Bad(what, Set.of(reason), key, value, new RecordHeaders());
    }

    /** So many zeros: the wire format, with a schema id that no registry gives. */
    public static Bad large(String key, int size, String reason) {
        return of(size + " zeros", reason, key.getBytes(UTF_8), new byte[size]);
    }

    @Override
    public String toString() {
        return what;
    }
}
