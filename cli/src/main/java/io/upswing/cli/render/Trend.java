package io.upswing.cli.render;

import java.util.Locale;
import java.util.Optional;

/** How a value has moved, in a few characters: {@code ▲ 12%}. */
public final class Trend {
    // Less than half a percent would read 0%.
    private static final double UNMOVED = 0.005;
    // Beyond, digits tell nothing.
    private static final double MOST = 9.995;

    private Trend() {}

    /** From one value to another; empty values, or a start at or below zero, give no percentage. */
    public static String of(Optional<Double> before, Optional<Double> now) {
        if (before.isEmpty() || now.isEmpty()) {
            return "";
        }
        double from = before.get();
        double to = now.get();
        if (from <= 0) {
            return to > from ? "▲ new" : "";
        }
        double change = (to - from) / from;
        if (Math.abs(change) < UNMOVED) {
            return "= 0%";
        }
        return (change > 0 ? "▲ " : "▼ ") + percent(Math.abs(change));
    }

    private static String percent(double change) {
        return change > MOST ? ">999%" : String.format(Locale.ROOT, "%.0f%%", change * 100);
    }
}
