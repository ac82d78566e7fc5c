package io.upswing.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.upswing.app.intake.DeadLetter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter, so that it can be compared with those of another installation.
 *
 * @param place where the record stands
 * @param key   in hex; {@value #NONE} without one
 * @param value likewise; without the id of its schema, which follows from who was first to register one
 * @param headers those that the record came with, in their order, as name and value in hex
 */
record Letter(Place place, String reason, String key, String value, List<String> headers) {
    private static final String NONE = "none";
    /** What the app adds: compared by itself, or different in each run, as offsets and ids of schemas are. */
    private static final Set<String> ADDED =
            Set.of(DeadLetter.REASON, DeadLetter.DETAIL, DeadLetter.TOPIC, DeadLetter.PARTITION, DeadLetter.OFFSET);
    /** Of four bytes after the magic one, in hex. */
    private static final int ID_START = 2;

    private static final int ID_END = 10;

    Letter {
        headers = List.copyOf(headers);
    }

    /** @param topic without the prefix of its installation */
    record Place(String topic, int partition, long offset) {}

    static Letter of(ConsumerRecord<byte[], byte[]> record, String prefix) {
        return new Letter(
                new Place(
                        text(record, DeadLetter.TOPIC).substring(prefix.length()),
                        Integer.parseInt(text(record, DeadLetter.PARTITION)),
                        Long.parseLong(text(record, DeadLetter.OFFSET))),
                text(record, DeadLetter.REASON),
                hex(record.key()),
                withoutSchemaId(hex(record.value())),
                Arrays.stream(record.headers().toArray())
                        .filter(header -> !ADDED.contains(header.key()))
                        .map(header -> header.key() + "=" + hex(header.value()))
                        .toList());
    }

    /** What must be the same in each run. */
    String said() {
        return reason + " " + place.topic() + " " + key + " " + value + " " + headers;
    }

    /** Also where the byte before it is damaged. */
    private static String withoutSchemaId(String hex) {
        return hex.length() >= ID_END ? hex.substring(0, ID_START) + hex.substring(ID_END) : hex;
    }

    /** The last header of a name. */
    static String text(ConsumerRecord<byte[], byte[]> record, String header) {
        return new String(record.headers().lastHeader(header).value(), UTF_8);
    }

    private static String hex(byte @Nullable [] bytes) {
        return bytes == null ? NONE : HexFormat.of().formatHex(bytes);
    }
}
