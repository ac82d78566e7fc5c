package io.upswing.producers.simulator;

/** An entity in the CRM: what it is now, and what the edit under way will tell of it. */
interface Draft {
    /** Whether the CRM no longer has it. */
    boolean isGone();

    /**
     * Ends the edit under way: what is told of it.
     *
     * @param whole whether the source tells the whole state each time
     */
    Object told(boolean whole);
}
