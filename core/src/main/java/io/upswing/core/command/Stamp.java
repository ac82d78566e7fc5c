package io.upswing.core.command;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What tells an event from all others, the same at every replay.
 *
 * @param id       a hash of (rep, subject, day, sequence)
 * @param day      the evaluated day; of a command, the day before whose evaluation it was handled
 * @param sequence counts a rep's events of a day, from 1
 * @param at       milliseconds since the epoch: the end of the closed day, or when the command occurred
 */
public record Stamp(String id, int day, int sequence, long at) {
    private static final int ID_BYTES = 16;

    /** A hash of some words, in 32 hexadecimal digits. */
    public static String hash(String... words) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String word : words) {
                byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
                // Each word's length first, so that no two lists of words run together.
                sha.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                sha.update(bytes);
            }
            return HexFormat.of().formatHex(Arrays.copyOf(sha.digest(), ID_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
