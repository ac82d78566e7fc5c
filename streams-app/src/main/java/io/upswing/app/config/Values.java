package io.upswing.app.config;

import java.time.DateTimeException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The typed values of Upswing's own keys, and of the sections made from them; what is wrong goes to the problems. */
final class Values {
    private final Map<Key<?>, Object> values = new HashMap<>();
    private final Set<String> problems;

    /** A value that is wrong or missing, which has been said already. */
    private static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    Values(Map<String, Setting> settings, Set<String> problems) {
        this.problems = problems;
        Keys.ALL.forEach(key -> read(key, Optional.ofNullable(settings.get(key.name()))));
    }

    /** To be called inside {@link #section}. */
    <T> T of(Key<T> key) {
        Object value = values.get(key);
        if (value == null) {
            throw new Unusable();
        }
        @SuppressWarnings("unchecked") // read() put it there by the key's own type
        T typed = (T) value;
        return typed;
    }

    /** A section that is made from values; empty if one of them is not right, or they don't go together. */
    <S> Optional<S> section(Supplier<S> make) {
        try {
            return Optional.of(make.get());
        } catch (Unusable e) {
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            problems.add(e.getMessage());
            return Optional.empty();
        }
    }

    private <T> void read(Key<T> key, Optional<Setting> setting) {
        Optional<String> text = setting.map(Setting::value).or(key::fallback);
        if (text.isEmpty()) {
            problems.add(key.name() + " is not set: " + key.type().right() + " is needed");
            return;
        }
        try {
            values.put(key, key.type().read().apply(text.get()));
        } catch (IllegalArgumentException | DateTimeException e) {
            String source = setting.map(Setting::source).orElse("default");
            problems.add(key.name() + " is '" + text.get() + "' (" + source + "), but "
                    + key.type().correction(text.get()));
        }
    }
}
