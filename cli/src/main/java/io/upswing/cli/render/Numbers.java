package io.upswing.cli.render;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/** Numbers as people read them, whatever the machine's locale; an empty value is a dash. */
public final class Numbers {
    private static final String NO_DATA = "–";

    private Numbers() {}

    /** {@code 1,234}. */
    public static String whole(Optional<BigDecimal> value) {
        return value.map(v -> String.format(
                        Locale.ROOT,
                        "%,d",
                        v.setScale(0, RoundingMode.HALF_EVEN).toBigInteger()))
                .orElse(NO_DATA);
    }

    /** {@code 59.5}. */
    public static String oneDecimal(Optional<BigDecimal> value) {
        return value.map(v -> String.format(Locale.ROOT, "%,.1f", v)).orElse(NO_DATA);
    }

    /** {@code 63%}, of a ratio. */
    public static String percent(Optional<BigDecimal> ratio) {
        return ratio.map(v -> String.format(Locale.ROOT, "%.0f%%", v.movePointRight(2)))
                .orElse(NO_DATA);
    }
}
