package io.upswing.app.config;

import io.upswing.core.kpi.Window;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the text of a setting is read.
 *
 * @param right what it must be, as a person would say it
 * @param read throws an {@link IllegalArgumentException} or {@link DateTimeException} for another text
 * @param hint what someone may have meant by a wrong text
 */
record Type<T>(String right, Function<String, T> read, Function<String, Optional<String>> hint) {
    private static final Pattern SHORT_DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    private static <T> Type<T> of(String right, Function<String, T> read) {
        return new Type<>(right, read, text -> Optional.empty());
    }

    /** What is written to a person about a wrong text. */
    String correction(String text) {
        return "must be " + right
                + hint.apply(text).map(near -> " (did you mean " + near + "?)").orElse("");
    }

    /** The same texts, made into something else. */
    <U> Type<U> map(Function<T, U> make) {
        return new Type<>(right, read.andThen(make), hint);
    }

    static Type<String> text(String right, Predicate<String> isRight) {
        return of(right, text -> {
            require(isRight.test(text));
            return text;
        });
    }

    static Type<Integer> integer(int least, int most) {
        return of("a whole number from " + least + " to " + most, text -> {
            int value = Integer.parseInt(text);
            require(value >= least && value <= most);
            return value;
        });
    }

    static Type<Boolean> flag() {
        return oneOf(Map.of("true", true, "false", false));
    }

    static <E extends Enum<E>> Type<E> choice(Class<E> type) {
        return oneOf(EnumSet.allOf(type).stream()
                .collect(Collectors.toMap(e -> e.name().toLowerCase(Locale.ROOT), e -> e)));
    }

    static <T> Type<T> oneOf(Map<String, T> values) {
        List<String> names = values.keySet().stream().sorted().toList();
        return new Type<>(
                "`" + String.join("` or `", names) + "`",
                text -> known(values.get(text)),
                text -> Nearest.to(text, names));
    }

    static Type<Duration> duration(Duration least, Duration most) {
        return of("a duration such as 200ms, 30s, 15m, 1h or PT15M, from " + least + " to " + most, text -> {
            Duration value = readDuration(text);
            require(value.compareTo(least) >= 0 && value.compareTo(most) <= 0);
            return value;
        });
    }

    static Type<Period> period() {
        return of("a period such as P26M or P3Y", text -> {
            Period value = Period.parse(text);
            require(!value.isNegative() && !value.isZero());
            return value;
        });
    }

    static Type<ZoneId> zone() {
        Collection<String> names = ZoneId.getAvailableZoneIds();
        return new Type<>(
                "a time zone of the IANA database such as Europe/Copenhagen",
                ZoneId::of,
                text -> Nearest.to(text, names));
    }

    static Type<Currency> currency() {
        return of("a currency of ISO 4217 such as EUR", text -> {
            Currency value = Currency.getInstance(text);
            require(value.getDefaultFractionDigits() >= 0);
            return value;
        });
    }

    static Type<Set<DayOfWeek>> week() {
        return of("days by comma: mon, tue, wed, thu, fri, sat, sun", text -> {
            Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
            for (String part : text.split(",", -1)) {
                require(days.add(dayOfWeek(part.strip().toLowerCase(Locale.ROOT))));
            }
            return days;
        });
    }

    private static DayOfWeek dayOfWeek(String text) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                        .toLowerCase(Locale.ROOT)
                        .equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no day of the week"));
    }

    static Type<Set<LocalDate>> holidays() {
        return of("`none`, or dates by comma such as 2026-12-25, each once", text -> {
            Set<LocalDate> days = new TreeSet<>();
            if (!text.equals("none")) {
                for (String part : text.split(",", -1)) {
                    require(days.add(LocalDate.parse(part.strip())));
                }
            }
            return days;
        });
    }

    static Type<List<String>> windows() {
        return of("windows by comma, each once: days such as 30d (1d to " + Window.MAX_DAYS + "d), mtd, qtd", text -> {
            List<String> windows = Arrays.stream(text.split(",", -1))
                    .map(part -> Window.parse(part.strip(), 1).id())
                    .toList();
            require(windows.stream().distinct().count() == windows.size());
            return windows;
        });
    }

    static Type<Optional<HostPort>> address() {
        return of("host:port, or [address]:port for IPv6", text -> {
            if (text.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(HostPort.parse(text));
        });
    }

    private static Duration readDuration(String text) {
        Matcher shortForm = SHORT_DURATION.matcher(text);
        if (!shortForm.matches()) {
            return Duration.parse(text);
        }
        long count = Long.parseLong(shortForm.group(1));
        return switch (shortForm.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    private static <T> T known(@Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("unknown");
        }
        return value;
    }

    private static void require(boolean right) {
        if (!right) {
            throw new IllegalArgumentException("out of range");
        }
    }
}
