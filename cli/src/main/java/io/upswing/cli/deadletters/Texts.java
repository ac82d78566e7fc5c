package io.upswing.cli.deadletters;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bytes from strangers as text that does a terminal no harm. */
final class Texts {
    private static final int MOST_HEX = 32;
    private static final int ROW = 16;
    private static final HexFormat HEX = HexFormat.of();

    private Texts() {}

    /** The text that the bytes are; empty if they are none, or hold what can't be printed. */
    static Optional<String> printable(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.codePoints().allMatch(Texts::isPrintable) ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** As text, else the first bytes in hexadecimal. */
    static String shown(byte @Nullable [] bytes) {
        if (bytes == null) {
            return "(null)";
        }
        return printable(bytes)
                .orElseGet(() -> "0x" + HEX.formatHex(bytes, 0, Math.min(bytes.length, MOST_HEX))
                        + (bytes.length > MOST_HEX ? "…" : ""));
    }

    /** A text in which what can't be printed is replaced. */
    static String harmless(String text) {
        StringBuilder harmless = new StringBuilder();
        text.codePoints().forEach(c -> harmless.appendCodePoint(isPrintable(c) ? c : '\ufffd'));
        return harmless.toString();
    }

    /** At most so many characters. */
    static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    /** The first bytes in hexadecimal and as text, row by row. */
    static List<String> dump(byte[] bytes, int most) {
        List<String> rows = new ArrayList<>();
        for (int at = 0; at < Math.min(bytes.length, most); at += ROW) {
            byte[] row = Arrays.copyOfRange(bytes, at, Math.min(at + ROW, Math.min(bytes.length, most)));
            String hex = HexFormat.ofDelimiter(" ").formatHex(row);
            StringBuilder text = new StringBuilder();
            for (byte b : row) {
                text.append(b >= ' ' && b <= '~' ? (char) b : '.');
            }
            rows.add(HEX.toHexDigits(at) + "  " + hex + " ".repeat(3 * ROW - hex.length()) + " " + text);
        }
        if (bytes.length > most) {
            rows.add("… and " + (bytes.length - most) + " bytes more");
        }
        return rows;
    }

    private static boolean isPrintable(int codePoint) {
        return !Character.isISOControl(codePoint)
                && Character.getType(codePoint) != Character.FORMAT
                && Character.getType(codePoint) != Character.SURROGATE
                && Character.isDefined(codePoint);
    }
}
