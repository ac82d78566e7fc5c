package io.upswing.app.topology;

import org.jspecify.annotations.Nullable;

/**
 * What a stage writes, encoded, and where it goes.
 *
 * @param bytes null for a watermark
 */
@SuppressWarnings("ArrayRecordComponent") // written once, read once
record Emission(Route route, byte @Nullable [] bytes) {
    /** The ways out of the stages. */
    enum Route {
        FACTS,
        UNIT_SUMS,
        UNIT_DAYS,
        KPI_CURRENT,
        KPI_DAILY,
        KPI_UNITS,
        ISSUE_EVENTS,
        ISSUES_CURRENT,
        PLAN_EVENTS,
        PLANS_CURRENT,
        RECOGNITIONS,
        COMMAND_RESULTS,
        DEAD_LETTERS
    }
}
