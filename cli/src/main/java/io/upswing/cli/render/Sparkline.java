package io.upswing.cli.render;

import java.util.List;
import java.util.stream.Collectors;

/** A row of numbers as a row of little bars. */
public final class Sparkline {
    private static final String BARS = "▁▂▃▄▅▆▇█";

    private Sparkline() {}

    /**
     * One bar for each value, the highest for the greatest one. The foot is zero, or the least value if that is below, so
     * that bars of different rows can be compared in shape, not in height.
     */
    public static String of(List<Double> values) {
        double least = Math.min(0, values.stream().mapToDouble(v -> v).min().orElse(0));
        double most = Math.max(0, values.stream().mapToDouble(v -> v).max().orElse(0));
        return values.stream().map(value -> bar(value, least, most)).collect(Collectors.joining());
    }

    private static String bar(double value, double least, double most) {
        int steps = BARS.length() - 1;
        int step = most > least ? (int) Math.round((value - least) / (most - least) * steps) : 0;
        return BARS.substring(step, step + 1);
    }
}
