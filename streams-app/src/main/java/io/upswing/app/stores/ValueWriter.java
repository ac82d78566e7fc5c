package io.upswing.app.stores;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.ByteUtils;

/** Writes a value: the format version, then what it is told. Small numbers take few bytes. */
final class ValueWriter {
    private static final int INITIAL_BYTES = 64;
    private static final int MAX_VARINT_BYTES = 5;
    private static final int MAX_VARLONG_BYTES = 10;

    private ByteBuffer buffer = ByteBuffer.allocate(INITIAL_BYTES).put((byte) Format.VERSION);

    byte[] toBytes() {
        byte[] bytes = new byte[buffer.position()];
        buffer.get(0, bytes);
        return bytes;
    }

    /** A number whose small negative values are as short as its small positive ones. */
    void number(long value) {
        ByteUtils.writeVarlong(value, withRoom(MAX_VARLONG_BYTES));
    }

    /** A day, or another signed int. */
    void signed(int value) {
        ByteUtils.writeVarint(value, withRoom(MAX_VARINT_BYTES));
    }

    /** A floating-point number, bit by bit. */
    void bits(double value) {
        withRoom(Long.BYTES).putLong(Double.doubleToLongBits(value));
    }

    /** A size, an index or a code; as an int without a sign. */
    void unsigned(int value) {
        ByteUtils.writeUnsignedVarint(value, withRoom(MAX_VARINT_BYTES));
    }

    void flag(boolean value) {
        unsigned(value ? 1 : 0);
    }

    void text(String value) {
        byte[] bytes = value.getBytes(UTF_8);
        unsigned(bytes.length);
        withRoom(bytes.length).put(bytes);
    }

    void text(Optional<String> value) {
        optional(value, (text, out) -> out.text(text));
    }

    void number(OptionalLong value) {
        flag(value.isPresent());
        if (value.isPresent()) {
            number(value.getAsLong());
        }
    }

    void signed(OptionalInt value) {
        flag(value.isPresent());
        if (value.isPresent()) {
            signed(value.getAsInt());
        }
    }

    <T> void optional(Optional<T> value, BiConsumer<T, ValueWriter> writer) {
        flag(value.isPresent());
        value.ifPresent(present -> writer.accept(present, this));
    }

    <T> void list(Collection<T> values, BiConsumer<T, ValueWriter> writer) {
        unsigned(values.size());
        values.forEach(value -> writer.accept(value, this));
    }

    private ByteBuffer withRoom(int bytes) {
        if (buffer.remaining() < bytes) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(2 * buffer.capacity(), buffer.position() + bytes));
            buffer = larger.put(buffer.flip());
        }
        return buffer;
    }
}
