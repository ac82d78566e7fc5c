package io.upswing.app.intake;

import io.upswing.schemas.watermarks.WatermarkRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** A record as it stands in a topic. Its arrays are not copied. */
public final class RawRecord {
    /**
     * More can't be kept as a dead letter, or wait for the registry: topics and producer take 16 MiB, of which a part is
     * left for what is added. An input takes less, but of compressed bytes.
     */
    static final int LARGEST = 15 * 1024 * 1024;

    private static final int LENGTHS_OF_A_HEADER = 2 * Integer.BYTES;

    private final String topic;
    private final int partition;
    private final long offset;
    private final long timestamp;
    private final byte @Nullable [] key;
    private final byte @Nullable [] value;
    private final Headers headers;

    public RawRecord(
            String topic,
            int partition,
            long offset,
            long timestamp,
            byte @Nullable [] key,
            byte @Nullable [] value,
            Headers headers) {
        this.topic = topic;
        this.partition = partition;
        this.offset = offset;
        this.timestamp = timestamp;
        this.key = key;
        this.value = value;
        this.headers = headers;
    }

    static RawRecord of(Record<byte[], byte[]> record, RecordMetadata metadata) {
        return new RawRecord(
                metadata.topic(),
                metadata.partition(),
                metadata.offset(),
                record.timestamp(),
                record.key(),
                record.value(),
                record.headers());
    }

    public String topic() {
        return topic;
    }

    public int partition() {
        return partition;
    }

    public long offset() {
        return offset;
    }

    public long timestamp() {
        return timestamp;
    }

    public byte @Nullable [] key() {
        return key;
    }

    public byte @Nullable [] value() {
        return value;
    }

    public Headers headers() {
        return headers;
    }

    /** The bytes that it takes where it is kept. */
    long size() {
        long size = length(key) + length(value);
        for (Header header : headers) {
            size += LENGTHS_OF_A_HEADER + Utils.utf8Length(header.key()) + length(header.value());
        }
        return size;
    }

    private static long length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    /** What it is, as far as watermarks are concerned. */
    WatermarkRecord.Reading watermark() {
        return WatermarkRecord.read(key, value, headers);
    }
}
