package io.upswing.embedded.registry;

import java.util.Locale;
import java.util.Optional;

/** Which schemas must be able to read whose data. */
public enum CompatibilityLevel {
    /** Anything goes. */
    NONE(false, false, false),
    /** A new schema reads data of the latest one. */
    BACKWARD(true, false, false),
    /** A new schema reads data of all earlier ones. */
    BACKWARD_TRANSITIVE(true, false, true),
    /** The latest schema reads data of a new one. */
    FORWARD(false, true, false),
    /** All earlier schemas read data of a new one. */
    FORWARD_TRANSITIVE(false, true, true),
    /** Both ways with the latest. */
    FULL(true, true, false),
    /** Both ways with all earlier ones. */
    FULL_TRANSITIVE(true, true, true);

    private final boolean newReadsOld;
    private final boolean oldReadsNew;
    private final boolean transitive;

    CompatibilityLevel(boolean newReadsOld, boolean oldReadsNew, boolean transitive) {
        this.newReadsOld = newReadsOld;
        this.oldReadsNew = oldReadsNew;
        this.transitive = transitive;
    }

    boolean newReadsOld() {
        return newReadsOld;
    }

    boolean oldReadsNew() {
        return oldReadsNew;
    }

    boolean transitive() {
        return transitive;
    }

    /** The level of this name, in any case; empty when there is none. */
    static Optional<CompatibilityLevel> named(String name) {
        return Names.find(values(), name.toUpperCase(Locale.ROOT));
    }
}
