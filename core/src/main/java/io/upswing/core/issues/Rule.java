package io.upswing.core.issues;

import java.util.OptionalInt;

/**
 * When an issue is raised, as data.
 *
 * @param id           stable; one issue per rep and rule
 * @param version      of several versions in force on a day the highest holds
 * @param effective    epoch day: from then on, or from the day on which it was recorded, if that is later
 * @param retired      whether the rule ends with this version
 * @param title        what the issue is called
 * @param because      why its limits are what they are
 * @param hold         how long a reading must last
 * @param escalateAfter days open after which it escalates, once an episode; empty: never
 */
public record Rule(
        String id,
        int version,
        int effective,
        boolean retired,
        String title,
        String because,
        Form form,
        Hold hold,
        Severity severity,
        Scope scope,
        OptionalInt escalateAfter) {
    /** How much it matters. */
    public enum Severity {
        NOTICE("notice"),
        WARNING("warning"),
        SERIOUS("serious");

        private final String id;

        Severity(String id) {
            this.id = id;
        }

        /** As in topics, rules and REST. */
        public String id() {
            return id;
        }
    }

    /**
     * For how many closes in a row.
     *
     * @param raise in breach, until the issue is raised; 1 to 365
     * @param clear clear, until it is resolved; 1 to 365
     */
    public record Hold(int raise, int clear) {
        private static final int MOST = 365;

        public Hold {
            if (raise < 1 || raise > MOST || clear < 1 || clear > MOST) {
                throw new IllegalArgumentException("a rule holds for 1 to " + MOST + " days");
            }
        }
    }
}
