package io.upswing.producers.rules;

import java.math.BigDecimal;

/** Decimals as texts, each in one way only, so that equal numbers are equal texts. */
final class Decimals {
    /** More digits than any limit needs, few enough that no text of an attacker costs anything. */
    private static final int MAX_LENGTH = 40;

    private Decimals() {}

    /** Without zeros at the end and without an exponent. */
    static BigDecimal normal(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static String text(BigDecimal value) {
        return normal(value).toPlainString();
    }

    static String text(double value) {
        return text(BigDecimal.valueOf(value));
    }

    static BigDecimal parse(String text) {
        if (text.length() > MAX_LENGTH || !text.matches("-?[0-9]+(\\.[0-9]+)?")) {
            throw new IllegalArgumentException("'" + (text.length() > MAX_LENGTH ? "..." : text) + "' is no number");
        }
        return normal(new BigDecimal(text));
    }
}
