package io.upswing.app.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names as Prometheus wants them, which {@code promtool check metrics} checks: seconds instead of {@code ns} and
 * {@code ms}, no gauge that ends in {@code count} as the counters of a histogram do, and a line of help for each.
 */
final class BaseUnits implements MeterFilter {
    private static final String SECONDS = "seconds";
    private static final String COUNT = ".count";
    private static final Map<String, Double> IN_SECONDS = Map.of("ns", 1e-9, "ms", 1e-3);
    private static final Pattern UNIT_IN_WORDS = Pattern.compile("\\bin (nanoseconds|milliseconds|ns|ms)\\b");

    /** By the name made here; those that need no conversion are not in it. */
    private final Map<String, Double> factors = new ConcurrentHashMap<>();

    @Override
    public Meter.Id map(Meter.Id id) {
        String unit = id.getBaseUnit() == null ? "" : id.getBaseUnit();
        double factor = factor(id.getName(), unit);
        String name = plural(named(id.getName()), id.getType());
        if (factor != 1) {
            factors.put(name, factor);
        }
        return new Meter.Id(
                name,
                Tags.of(id.getTags()),
                IN_SECONDS.containsKey(unit) ? SECONDS : id.getBaseUnit(),
                help(id, factor),
                id.getType());
    }

    /** By what the values of a meter with such a name are multiplied. */
    double factor(Meter.Id mapped) {
        return factors.getOrDefault(mapped.getName(), 1.0);
    }

    private static double factor(String name, String unit) {
        return IN_SECONDS.getOrDefault(
                unit,
                Arrays.stream(name.split("\\."))
                        .filter(IN_SECONDS::containsKey)
                        .findFirst()
                        .map(IN_SECONDS::get)
                        .orElse(1.0));
    }

    private static String named(String name) {
        return Arrays.stream(name.split("\\."))
                .map(word -> IN_SECONDS.containsKey(word) ? SECONDS : word)
                .collect(Collectors.joining("."));
    }

    private static String plural(String name, Meter.Type type) {
        return type == Meter.Type.GAUGE && name.endsWith(COUNT)
                ? name.substring(0, name.length() - COUNT.length()) + "s"
                : name;
    }

    private static String help(Meter.Id id, double factor) {
        String description = id.getDescription();
        if (description == null || description.isBlank()) {
            return id.getName().replace('.', ' ');
        }
        return factor == 1 ? description : UNIT_IN_WORDS.matcher(description).replaceAll("in " + SECONDS);
    }
}
