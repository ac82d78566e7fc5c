package io.upswing.producers.publish;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/**
 * Makes event ids out of what events say: the same said again, after a crash too, is the same event.
 *
 * <p>SHA-256 over the kind, the key and the fields that have a value, by name, so that a field that a later schema adds
 * changes no id of events without it.
 */
final class EventIds {
    /** Half of SHA-256: ids of one entity's events never meet by chance, and logs keep them for ever. */
    private static final int BYTES = 16;

    private final MessageDigest digest = sha256();

    private EventIds() {}

    /** 22 letters, digits, dashes and underscores. The event's own id must not be set yet. */
    static String of(String kind, String key, IndexedRecord event) {
        EventIds hash = new EventIds();
        hash.add(kind);
        hash.add(key);
        hash.add(event);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash.digest.digest(), BYTES));
    }

    private void add(IndexedRecord record) {
        List<Schema.Field> fields = record.getSchema().getFields().stream()
                .filter(field -> !isAbsent(record, field))
                .toList();
        add(record.getSchema().getName());
        add(fields.size());
        for (Schema.Field field : fields) {
            add(field.name());
            addValue(Objects.requireNonNull(record.get(field.pos())));
        }
    }

    private static boolean isAbsent(IndexedRecord record, Schema.Field field) {
        Object value = record.get(field.pos());
        return value == null || (value instanceof List<?> list && list.isEmpty());
    }

    private void addValue(Object value) {
        switch (value) {
            case IndexedRecord record -> add(record);
            case List<?> list -> {
                add(list.size());
                list.forEach(this::addValue);
            }
            // Numbers, names of constants, dates and instants as ISO 8601 has them.
            default -> add(value.toString());
        }
    }

    /** With its length before it, so that 'ab' + 'c' and 'a' + 'bc' differ. */
    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        digest.update(bytes);
    }

    private void add(int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
