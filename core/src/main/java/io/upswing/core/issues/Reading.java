package io.upswing.core.issues;

/** What a rule sees in the evaluation of a day. */
public sealed interface Reading {
    /** Something was measured. */
    record Measured(Verdict verdict, Evidence evidence) implements Reading {}

    /**
     * Nothing was measured.
     *
     * @param detail for a person
     */
    record Silent(Why why, String detail) implements Reading {}

    /** How a value stands to the rule's limits. */
    enum Verdict {
        /** Beyond the limit. */
        BREACH,
        /** Neither beyond the limit nor back by enough. */
        BETWEEN,
        /** All right. */
        CLEAR
    }

    /** Why a rule is silent. */
    enum Why {
        /** It is for others. */
        NOT_MEANT("not-meant"),
        /** The rep is new. */
        RAMP("ramp"),
        /** The rep is on leave: counters stand still. */
        LEAVE("leave"),
        /** Not on such a day: counters stand still. */
        NOT_NOW("not-now"),
        /** No source, no quota, or too few observations: counters stand still. */
        NOT_ENOUGH_DATA("not-enough-data");

        private final String id;

        Why(String id) {
            this.id = id;
        }

        /** Whether counts stand still on such a day; else they begin anew. */
        boolean letsCountsStand() {
            return this != NOT_MEANT && this != RAMP;
        }

        /** As in topics and REST. */
        public String id() {
            return id;
        }
    }

    /** Too little to judge by. */
    static Reading noData(String detail) {
        return new Silent(Why.NOT_ENOUGH_DATA, detail);
    }
}
