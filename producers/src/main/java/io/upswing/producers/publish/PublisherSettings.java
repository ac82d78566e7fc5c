package io.upswing.producers.publish;

import java.time.Duration;
import java.util.Optional;

/**
 * How much a publisher keeps in memory, and how long it waits.
 *
 * @param maxRecords how many records may be on their way, not acknowledged yet
 * @param maxBytes how many bytes they may have together
 * @param roomLimit how long a caller waits for room among them; empty: until there is some
 * @param closeLimit how long {@link Publisher#close} waits for what is on its way
 */
public record PublisherSettings(int maxRecords, int maxBytes, Optional<Duration> roomLimit, Duration closeLimit) {
    /** 10,000 records, 16 MiB (half of what Kafka's own buffer holds), no limit for room, a minute to close. */
    public static final PublisherSettings DEFAULT =
            new PublisherSettings(10_000, 16 * 1024 * 1024, Optional.empty(), Duration.ofMinutes(1));

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if one is left
     */
    public PublisherSettings {
        if (maxRecords < 1 || maxBytes < maxRecords) {
            throw new IllegalArgumentException(
                    "%d records and %d bytes may be on their way: not 1 or more, and a byte each"
                            .formatted(maxRecords, maxBytes));
        }
        if (closeLimit.isNegative() || roomLimit.filter(Duration::isNegative).isPresent()) {
            throw new IllegalArgumentException("a time limit is negative: " + roomLimit + ", " + closeLimit);
        }
    }

    /** The same with another number of records. */
    public PublisherSettings withMaxRecords(int records) {
        return new PublisherSettings(records, maxBytes, roomLimit, closeLimit);
    }

    /** The same with another number of bytes. */
    public PublisherSettings withMaxBytes(int bytes) {
        return new PublisherSettings(maxRecords, bytes, roomLimit, closeLimit);
    }

    /** The same with a limit of the wait for room. */
    public PublisherSettings withRoomLimit(Duration limit) {
        return new PublisherSettings(maxRecords, maxBytes, Optional.of(limit), closeLimit);
    }

    /** The same with another limit of the wait at the end. */
    public PublisherSettings withCloseLimit(Duration limit) {
        return new PublisherSettings(maxRecords, maxBytes, roomLimit, limit);
    }
}
