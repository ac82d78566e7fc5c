package io.upswing.faults;

import java.time.Duration;

/** Hears how a series of faults goes. */
public interface FaultListener {
    /** The undisturbed run begins, over so many days. */
    void begins(int days);

    /** The undisturbed run has ended. */
    void undisturbed(Undisturbed run);

    /** What came of a fault. */
    void suffered(FaultResult result);

    /**
     * What an undisturbed run has said.
     *
     * @param kpis  values in the export
     * @param took  from its start to its end
     */
    record Undisturbed(
            long kpis, long issueEvents, long planEvents, long commandResults, long deadLetters, Duration took) {}
}
