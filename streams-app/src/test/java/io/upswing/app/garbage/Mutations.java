package io.upswing.app.garbage;

import io.upswing.app.garbage.Input.Datum;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/** Bytes like those of a value, but not quite. */
final class Mutations {
    private static final int WIRE_HEAD = 5;
    private static final int LONGEST = 300;
    /** 2³¹−1 as Avro writes it. */
    private static final byte[] HUGE = {(byte) 0xfe, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f};

    private final Datum datum;
    private final byte[] good;

    Mutations(Datum datum) {
        this.datum = datum;
        good = datum.bytes();
    }

    /** With a huge number in the place of each byte, where that can't be read. */
    List<byte[]> withHugeNumbers() {
        return IntStream.range(WIRE_HEAD, good.length)
                .mapToObj(at -> replaced(at, 1, HUGE))
                .filter(bytes -> !isReadable(bytes))
                .toList();
    }

    /** Of a kind that chance decides. */
    byte[] any(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> random(random);
            case 1 -> replaced(WIRE_HEAD, good.length - WIRE_HEAD, random(random));
            case 2 -> flipped(random);
            case 3 -> replaced(random.nextInt(good.length), 1, random(random));
            default -> replacedTail(random);
        };
    }

    private static byte[] random(Random random) {
        byte[] bytes = new byte[random.nextInt(LONGEST)];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] flipped(Random random) {
        byte[] bytes = good.clone();
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        }
        return bytes;
    }

    private byte[] replacedTail(Random random) {
        int at = random.nextInt(good.length);
        return replaced(at, good.length - at, random(random));
    }

    private byte[] replaced(int at, int count, byte[] by) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(Arrays.copyOf(good, at));
        bytes.writeBytes(by);
        bytes.writeBytes(Arrays.copyOfRange(good, at + count, good.length));
        return bytes.toByteArray();
    }

    /** Whether it is a value still, as Avro's generic reader sees it. */
    boolean isReadable(byte[] bytes) {
        boolean sameHead = bytes.length >= WIRE_HEAD
                && ByteBuffer.wrap(bytes, 0, WIRE_HEAD).equals(ByteBuffer.wrap(good, 0, WIRE_HEAD));
        if (!sameHead) {
            return false;
        }
        BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, WIRE_HEAD, bytes.length - WIRE_HEAD, null);
        try {
            new GenericDatumReader<>(datum.schema()).read(null, decoder);
            return decoder.isEnd();
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }
}
