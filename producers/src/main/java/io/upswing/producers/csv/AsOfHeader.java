package io.upswing.producers.csv;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** As of when a name holds. A compacted topic keeps what was written last, not what is newest: an older export asks this. */
final class AsOfHeader {
    static final String NAME = "as-of";

    private AsOfHeader() {}

    static void write(Headers headers, Instant asOf) {
        headers.add(NAME, asOf.toString().getBytes(StandardCharsets.UTF_8));
    }

    static Optional<Instant> read(Headers headers) {
        Header header = headers.lastHeader(NAME);
        if (header == null || header.value() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(new String(header.value(), StandardCharsets.UTF_8)));
        } catch (DateTimeException e) {
            // Someone else's header of that name says nothing to us.
            return Optional.empty();
        }
    }
}
