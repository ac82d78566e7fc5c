package io.upswing.schemas.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The attributes of a record as a CloudEvent, version 1.0, as its Kafka protocol binding has them in binary mode: each in a
 * header of its own, the value as it is.
 *
 * @param id of the event; with the source it tells the event from all others
 * @param source who says it: a word; what no URI may hold is escaped
 * @param type what kind of event it is
 * @param time when it happened; empty if nobody says
 * @param subject what it is about: the entity's id
 */
public record CloudEvent(String id, String source, String type, Optional<Instant> time, String subject) {
    /** The header with the media type of the value; a record without a value has none. */
    public static final String CONTENT_TYPE = "content-type";

    /** Before the name of each other attribute. */
    public static final String PREFIX = "ce_";

    private static final String VERSION = "1.0";
    private static final String AVRO = "application/avro";

    /**
     * Checks that the attributes that must be there are not empty.
     *
     * @throws IllegalArgumentException if one is
     */
    public CloudEvent {
        if (id.isEmpty() || source.isEmpty() || type.isEmpty() || subject.isEmpty()) {
            throw new IllegalArgumentException("an event needs id, source, type and subject: '%s', '%s', '%s', '%s'"
                    .formatted(id, source, type, subject));
        }
    }

    /** Fresh headers of a record whose value is Avro. */
    public Headers toHeaders() {
        return toHeadersWithoutValue().add(CONTENT_TYPE, AVRO.getBytes(UTF_8));
    }

    /** Fresh headers of a record that has no value. */
    public Headers toHeadersWithoutValue() {
        Headers headers = new RecordHeaders();
        add(headers, "specversion", VERSION);
        add(headers, "id", id);
        add(headers, "source", reference(source));
        add(headers, "type", type);
        time.ifPresent(instant -> add(headers, "time", instant.toString()));
        add(headers, "subject", subject);
        return headers;
    }

    private static void add(Headers headers, String attribute, String value) {
        headers.add(PREFIX + attribute, value.getBytes(UTF_8));
    }

    /** A source must be a URI reference: what no URI may hold is escaped. */
    private static String reference(String source) {
        return URLEncoder.encode(source, UTF_8).replace("+", "%20");
    }
}
