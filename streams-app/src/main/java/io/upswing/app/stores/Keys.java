package io.upswing.app.stores;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;

/**
 * The keys of the stores. A subject (an id of a rep, a deal, the key of a unit) is two bytes of length and UTF-8: no
 * subject's keys lie among another's. A day is an int with its sign flipped, so that days sort as numbers.
 */
final class Keys {
    /** Fits a length whose first bit is 0: no key begins with the bytes of {@link #AFTER_SUBJECTS}. */
    static final int MAX_SUBJECT_BYTES = Short.MAX_VALUE;

    /** The length of the key of a subject without bytes. */
    static final int SHORTEST_SUBJECT = Short.BYTES;

    private static final int LENGTH = Short.BYTES;
    private static final int DAY = Integer.BYTES;
    private static final short AFTER_SUBJECTS = Short.MIN_VALUE;

    private Keys() {}

    /**
     * The key of a subject alone.
     *
     * @throws IllegalArgumentException if the subject has more than {@link #MAX_SUBJECT_BYTES} bytes, or is no text that
     *     UTF-8 can hold
     */
    static Bytes subject(String subject) {
        byte[] id = encoded(subject);
        return key(LENGTH + id.length, key -> putSubject(key, id));
    }

    static Bytes pane(String subject, int day) {
        byte[] id = encoded(subject);
        return key(LENGTH + id.length + DAY, key -> putDay(putSubject(key, id), day));
    }

    static Bytes change(int k, String subject, int day) {
        byte[] id = encoded(subject);
        return key(DAY + LENGTH + id.length + DAY, key -> putDay(putSubject(putDay(key, k), id), day));
    }

    /** Before all changes of k, and after those of the day before. */
    static Bytes firstChange(int k) {
        return key(DAY, key -> putDay(key, k));
    }

    /** After all changes of k, and before those of the next day. */
    static Bytes afterChanges(int k) {
        return key(DAY + LENGTH, key -> putDay(key, k).putShort(AFTER_SUBJECTS));
    }

    /** A subject, then another: of a rep, a rule or a plan. */
    static Bytes pair(String subject, String other) {
        byte[] id = encoded(subject);
        byte[] rest = encoded(other);
        return key(2 * LENGTH + id.length + rest.length, key -> putSubject(putSubject(key, id), rest));
    }

    /** After all pairs of a subject. */
    static Bytes afterPairs(String subject) {
        byte[] id = encoded(subject);
        return key(2 * LENGTH + id.length, key -> putSubject(key, id).putShort(AFTER_SUBJECTS));
    }

    /** The second of a pair that begins at {@code at}. */
    static String secondAt(byte[] key, int at) {
        return subjectAt(key, at + LENGTH + ByteBuffer.wrap(key).getShort(at));
    }

    /** What was recorded on k, of a rep and an entity, of an event date. */
    static Bytes correction(int k, String rep, String entity, int day) {
        byte[] id = encoded(rep);
        byte[] of = encoded(entity);
        return key(
                DAY + 2 * LENGTH + id.length + of.length + DAY,
                key -> putDay(putSubject(putSubject(putDay(key, k), id), of), day));
    }

    /** Before all corrections recorded on k of a rep. */
    static Bytes firstCorrection(int k, String rep) {
        byte[] id = encoded(rep);
        return key(DAY + LENGTH + id.length, key -> putSubject(putDay(key, k), id));
    }

    /** After all corrections recorded on k of a rep. */
    static Bytes afterCorrections(int k, String rep) {
        byte[] id = encoded(rep);
        return key(
                DAY + 2 * LENGTH + id.length,
                key -> putSubject(putDay(key, k), id).putShort(AFTER_SUBJECTS));
    }

    /** The entity of a correction. */
    static String entityOfCorrection(byte[] key) {
        return secondAt(key, DAY);
    }

    /** A prefix alone: the only key under it, or before all keys under it. */
    static Bytes single(byte prefix) {
        return key(1, key -> key.put(prefix));
    }

    /** A prefix, then another key. */
    static Bytes under(byte prefix, Bytes rest) {
        byte[] bytes = rest.get();
        return key(1 + bytes.length, key -> key.put(prefix).put(bytes));
    }

    /** After all keys that begin with a prefix and a subject. */
    static Bytes afterSubjects(byte prefix) {
        return key(1 + LENGTH, key -> key.put(prefix).putShort(AFTER_SUBJECTS));
    }

    /** The place in the queue of a day, under a prefix. */
    static Bytes waiting(byte prefix, int day, long sequence) {
        return key(1 + DAY + Long.BYTES, key -> putDay(key.put(prefix), day).putLong(sequence));
    }

    /** The subject that begins at {@code at}. */
    static String subjectAt(byte[] key, int at) {
        return new String(key, at + LENGTH, ByteBuffer.wrap(key).getShort(at), UTF_8);
    }

    /** The subject of a change. */
    static String subjectOfChange(byte[] key) {
        return subjectAt(key, DAY);
    }

    /** The event date, with which keys of panes and changes end. */
    static int dayAtEnd(byte[] key) {
        return flipped(ByteBuffer.wrap(key).getInt(key.length - DAY));
    }

    /** The sequence, with which keys of waiting records end. */
    static long sequenceAtEnd(byte[] key) {
        return ByteBuffer.wrap(key).getLong(key.length - Long.BYTES);
    }

    private static Bytes key(int length, Consumer<ByteBuffer> parts) {
        ByteBuffer key = ByteBuffer.allocate(length);
        parts.accept(key);
        return Bytes.wrap(key.array());
    }

    private static ByteBuffer putSubject(ByteBuffer key, byte[] id) {
        return key.putShort((short) id.length).put(id);
    }

    private static ByteBuffer putDay(ByteBuffer key, int day) {
        return key.putInt(flipped(day));
    }

    private static int flipped(int day) {
        return day ^ Integer.MIN_VALUE;
    }

    private static byte[] encoded(String subject) {
        byte[] id = subject.getBytes(UTF_8);
        if (id.length > MAX_SUBJECT_BYTES) {
            throw new IllegalArgumentException(
                    "an id has " + id.length + " bytes, and a store holds at most " + MAX_SUBJECT_BYTES);
        }
        // Half a surrogate pair becomes '?': two ids would share their keys.
        if (hasSurrogate(subject) && !subject.equals(new String(id, UTF_8))) {
            throw new IllegalArgumentException("an id is no text that UTF-8 can hold");
        }
        return id;
    }

    private static boolean hasSurrogate(String subject) {
        for (int i = 0; i < subject.length(); i++) {
            if (Character.isSurrogate(subject.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
