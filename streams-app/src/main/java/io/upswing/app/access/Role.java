package io.upswing.app.access;

import java.util.Locale;

/** Who needs rights on the cluster. */
public enum Role {
    /** An instance of the app: stages and views. */
    APP,
    /** The live clock, a part of each instance that has it enabled. */
    CLOCK,
    /** {@code ./upswing import}. */
    IMPORTER,
    /** Whoever reads KPIs, issues and plans from their topics. */
    READER;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
