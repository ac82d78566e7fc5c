package io.upswing.embedded.registry;

import java.util.Locale;
import java.util.Optional;

/** What may be written to a subject. */
public enum Mode {
    /** Schemas get the next id. */
    READWRITE,
    /** Nothing is registered or deleted. */
    READONLY,
    /** READONLY for good reason elsewhere; here the same as {@link #READONLY}. */
    READONLY_OVERRIDE,
    /** Schemas come with the ids that they have in another registry. */
    IMPORT;

    boolean readOnly() {
        return this == READONLY || this == READONLY_OVERRIDE;
    }

    /** The mode of this name, in any case; empty when there is none. */
    static Optional<Mode> named(String name) {
        return Names.find(values(), name.toUpperCase(Locale.ROOT));
    }
}
