package io.upswing.schemas.watermarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * All days up to one are closed, says a sender: null value, the header {@value #DAY} with the day (2017-12-31), the header
 * {@value #FROM} with the sender's partition and the count of its partitions (3/6).
 *
 * <p>The key is null; empty in topics that drop records without a key.
 *
 * @param day the last closed day, 1990 to 2100
 * @param fromPartition which of the sender's partitions speaks, from 0
 * @param fromCount how many there are, so that the reader knows how many to wait for
 */
public record WatermarkRecord(LocalDate day, int fromPartition, int fromCount) {
    /** The header with the day. */
    public static final String DAY = "day-closed";

    /** The header with the sender. */
    public static final String FROM = "day-from";

    /** The first day that can be closed. */
    public static final LocalDate FIRST = LocalDate.of(1990, 1, 1);

    /** The last day that can be closed: one far ahead would close every day before it. */
    public static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    private static final Pattern DAY_FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern FROM_FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    /** What a record is, as far as watermarks are concerned. */
    public sealed interface Reading {
        /** A record of the topic's own kind, or a tombstone: no watermark. */
        record NoWatermark() implements Reading {}

        /** A watermark. */
        record Found(WatermarkRecord watermark) implements Reading {}

        /**
         * A record that can only be meant as a watermark, but says none: for the dead letters.
         *
         * @param reason what is wrong with it
         */
        record Malformed(String reason) implements Reading {}
    }

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if one is left
     */
    public WatermarkRecord {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw new IllegalArgumentException("day " + day + " is not within " + FIRST + " and " + LAST);
        }
        if (fromPartition < 0 || fromPartition >= fromCount) {
            throw new IllegalArgumentException("partition " + fromPartition + " is none of " + fromCount);
        }
    }

    /** A watermark of a sender that is not partitioned: the clock, or an import. */
    public static WatermarkRecord ofSingleSender(LocalDate day) {
        return new WatermarkRecord(day, 0, 1);
    }

    /** Fresh headers with nothing else in them. */
    public Headers toHeaders() {
        return new RecordHeaders()
                .add(DAY, day.toString().getBytes(UTF_8))
                .add(FROM, (fromPartition + "/" + fromCount).getBytes(UTF_8));
    }

    /** The watermark in the headers of a record that has no value; empty if there is none, or it is malformed. */
    public static Optional<WatermarkRecord> read(Headers headers) {
        return parse(headers) instanceof Reading.Found found ? Optional.of(found.watermark()) : Optional.empty();
    }

    /** What a record is. One with a value never is a watermark, whatever its headers; one with a key is a tombstone. */
    public static Reading read(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        if (value != null) {
            return new Reading.NoWatermark();
        }
        boolean hasKey = key != null && key.length > 0;
        if (!hasKey) {
            return parse(headers);
        }
        return headers.lastHeader(DAY) == null
                ? new Reading.NoWatermark()
                : new Reading.Malformed("a watermark with a key");
    }

    private static Reading parse(Headers headers) {
        Optional<String> day = single(headers, DAY);
        Optional<String> from = single(headers, FROM);
        if (day.isEmpty() || from.isEmpty()) {
            return new Reading.Malformed("no key and no value, but not one header " + DAY + " and one " + FROM);
        }
        Matcher sender = FROM_FORM.matcher(from.get());
        if (!DAY_FORM.matcher(day.get()).matches() || !sender.matches()) {
            return new Reading.Malformed(
                    "header " + DAY + " is '" + day.get() + "', " + FROM + " is '" + from.get() + "'");
        }
        try {
            return new Reading.Found(new WatermarkRecord(
                    LocalDate.parse(day.get()), Integer.parseInt(sender.group(1)), Integer.parseInt(sender.group(2))));
        } catch (DateTimeException | IllegalArgumentException e) {
            return new Reading.Malformed("a watermark out of range: " + e.getMessage());
        }
    }

    private static Optional<String> single(Headers headers, String name) {
        Iterator<Header> all = headers.headers(name).iterator();
        if (!all.hasNext()) {
            return Optional.empty();
        }
        byte @Nullable [] value = all.next().value();
        return value == null || all.hasNext() ? Optional.empty() : Optional.of(new String(value, UTF_8));
    }
}
