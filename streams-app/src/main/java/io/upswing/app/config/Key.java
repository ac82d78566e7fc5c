package io.upswing.app.config;

import java.util.Optional;

/**
 * A setting of Upswing's own.
 *
 * @param name as it stands in a file
 * @param type how its text is read
 * @param fallback what it is unless set; empty if it must be set
 * @param why what it is for, and why the fallback is what it is
 * @param example a text that is right
 */
record Key<T>(String name, Type<T> type, Optional<String> fallback, String why, String example) {
    static <T> Key<T> required(String name, Type<T> type, String why, String example) {
        return new Key<>(name, type, Optional.empty(), why, example);
    }

    static <T> Key<T> optional(String name, Type<T> type, String fallback, String why, String example) {
        return new Key<>(name, type, Optional.of(fallback), why, example);
    }

    /** The environment variable that sets it. */
    String variable() {
        return Environment.variable(name);
    }
}
