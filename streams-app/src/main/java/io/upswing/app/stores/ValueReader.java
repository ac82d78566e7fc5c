package io.upswing.app.stores;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.apache.kafka.common.utils.ByteUtils;

/** Reads what a {@link ValueWriter} has written. */
final class ValueReader {
    private final String store;
    private final ByteBuffer buffer;

    /** @throws UnknownFormatException if another release wrote it */
    ValueReader(String store, byte[] value) {
        this.store = store;
        buffer = ByteBuffer.wrap(value);
        Format.check(store, Byte.toUnsignedInt(buffer.get()));
    }

    long number() {
        return ByteUtils.readVarlong(buffer);
    }

    double bits() {
        return Double.longBitsToDouble(buffer.getLong());
    }

    int signed() {
        return ByteUtils.readVarint(buffer);
    }

    int unsigned() {
        return ByteUtils.readUnsignedVarint(buffer);
    }

    boolean flag() {
        return unsigned() != 0;
    }

    String text() {
        int length = unsigned();
        String text = new String(buffer.array(), buffer.position(), length, UTF_8);
        buffer.position(buffer.position() + length);
        return text;
    }

    Optional<String> optionalText() {
        return optional(ValueReader::text);
    }

    OptionalLong optionalNumber() {
        return flag() ? OptionalLong.of(number()) : OptionalLong.empty();
    }

    OptionalInt optionalSigned() {
        return flag() ? OptionalInt.of(signed()) : OptionalInt.empty();
    }

    <T> Optional<T> optional(Function<ValueReader, T> reader) {
        return flag() ? Optional.of(reader.apply(this)) : Optional.empty();
    }

    <T> List<T> list(Function<ValueReader, T> reader) {
        List<T> values = new ArrayList<>();
        for (int left = unsigned(); left > 0; left--) {
            values.add(reader.apply(this));
        }
        return values;
    }

    /** Fails if the value goes on: it is not what it was taken for. */
    void mustEnd() {
        if (buffer.hasRemaining()) {
            throw new IllegalStateException(
                    "a value in the store " + store + " has " + buffer.remaining() + " bytes too many");
        }
    }
}
