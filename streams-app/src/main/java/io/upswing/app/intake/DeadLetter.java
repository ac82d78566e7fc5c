package io.upswing.app.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.upswing.core.source.Bounds;
import io.upswing.core.source.Refusal;
import io.upswing.core.source.Refusal.Reason;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record that was not taken: its bytes and headers as they came, and why. Lies under the original key. Of one that is
 * too large there is only the key, if that is no larger than an id, and the place where the rest stands.
 *
 * @param refusal why
 */
public record DeadLetter(RawRecord record, Refusal refusal) {
    /** The reason's id. */
    public static final String REASON = "dead-letter-reason";
    /** The reason in words. */
    public static final String DETAIL = "dead-letter-detail";
    /** Where the record stands. */
    public static final String TOPIC = "dead-letter-topic";
    /** Where the record stands. */
    public static final String PARTITION = "dead-letter-partition";
    /** Where the record stands. */
    public static final String OFFSET = "dead-letter-offset";

    /** On a record that was sent again: the place of the dead letter that it was. */
    public static final String RESENT_FROM = "resent-from";

    private static final int MAX_DETAIL = 1000;

    /** The original key. */
    public byte @Nullable [] key() {
        byte @Nullable [] key = record.key();
        return isCut() && key != null && key.length > Bounds.MAX_ID_BYTES ? null : key;
    }

    /** The original value. */
    public byte @Nullable [] value() {
        return isCut() ? null : record.value();
    }

    private boolean isCut() {
        return refusal.reason() == Reason.TOO_LARGE;
    }

    /** The original headers, and ours behind them. */
    public Headers headers() {
        Headers headers = isCut()
                ? new RecordHeaders()
                : new RecordHeaders(record.headers().toArray());
        headers.add(REASON, refusal.reason().id().getBytes(UTF_8));
        headers.add(DETAIL, shortened(refusal.detail()).getBytes(UTF_8));
        headers.add(TOPIC, record.topic().getBytes(UTF_8));
        headers.add(PARTITION, Integer.toString(record.partition()).getBytes(UTF_8));
        headers.add(OFFSET, Long.toString(record.offset()).getBytes(UTF_8));
        return headers;
    }

    private static String shortened(String detail) {
        return detail.length() <= MAX_DETAIL ? detail : detail.substring(0, MAX_DETAIL) + "…";
    }
}
