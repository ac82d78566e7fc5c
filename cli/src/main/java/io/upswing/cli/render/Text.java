package io.upswing.cli.render;

/** Widths of texts in characters as a reader counts them: what lies outside of the basic plane counts once. */
final class Text {
    private static final String CUT = "…";

    private Text() {}

    static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    static String shortened(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, Math.max(0, width - 1))) + CUT;
    }

    static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - width(text))) + text;
    }
}
