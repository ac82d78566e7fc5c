package io.upswing.producers.simulator;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a record on purpose.
 *
 * @param salt where it strikes
 */
public record Damage(Kind kind, long salt) {
    /** Nothing is wrong. */
    public static final Damage NONE = new Damage(Kind.NONE, 0);

    private static final int HEAD_BYTES = 5;

    /** The kinds of damage. */
    public enum Kind {
        NONE,
        /** It can be read, and what it says makes no sense: an amount or a date out of all bounds. */
        ABSURD,
        /** The end is missing. */
        CUT,
        /** Not in the wire format. */
        NO_MAGIC,
        /** The schema's id is one that no registry has given. */
        UNKNOWN_SCHEMA,
        /** Noise. */
        NOISE,
        /** A key without a value. */
        NO_VALUE,
        /** A value without a key. */
        NO_KEY
    }

    /** Whether the key is lost. */
    boolean losesKey() {
        return kind == Kind.NO_KEY;
    }

    /** What is left of a value. */
    byte @Nullable [] of(byte[] value) {
        return switch (kind) {
            case NONE, ABSURD, NO_KEY -> value;
            case CUT -> Arrays.copyOf(value, Math.floorMod(salt, value.length - 1) + 1);
            case NO_MAGIC -> with(value, 0, (byte) (1 + Math.floorMod(salt, Byte.MAX_VALUE)));
            case UNKNOWN_SCHEMA -> with(value, 1, Byte.MAX_VALUE);
            case NOISE -> noise();
            case NO_VALUE -> null;
        };
    }

    private static byte[] with(byte[] value, int at, byte other) {
        byte[] changed = value.clone();
        changed[at] = other;
        return changed;
    }

    /** Longer than the head of the wire format, and never with its first byte. */
    private byte[] noise() {
        Draws draws = new Draws.Seeds(salt).of("noise", "");
        byte[] noise = new byte[HEAD_BYTES + draws.between(1, 200)];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) draws.word();
        }
        noise[0] |= 1;
        return noise;
    }
}
