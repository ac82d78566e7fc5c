package io.upswing.core.plans;

import io.upswing.core.command.Cause;
import io.upswing.core.command.Happened;
import io.upswing.core.command.Stamp;

/**
 * Something that happened to a plan.
 *
 * @param sentence for a person
 */
public record PlanEvent(Stamp stamp, Type type, String plan, String rep, Cause cause, Detail detail, String sentence)
        implements Happened {
    /** What can happen. */
    public enum Type {
        DRAFTED,
        EDITED,
        PROPOSED,
        ACKNOWLEDGED,
        ACTIVATED,
        REVISED,
        PAUSED,
        RESUMED,
        EXTENDED,
        ACTION_ADDED,
        ACTION_COMPLETED,
        /** The CRM's activity that had completed it is gone. */
        ACTION_REOPENED,
        CHECK_IN_HELD,
        CHECK_IN_MISSED,
        GOAL_REACHED,
        /** A correction took it back. */
        GOAL_UNREACHED,
        MILESTONE_MET,
        MILESTONE_MISSED,
        PACE_CHANGED,
        FIGURE_CORRECTED,
        /** The issue that it answers was withdrawn. */
        GROUND_WITHDRAWN,
        DEADLINE_PASSED,
        COMPLETED,
        CANCELLED,
        REINFORCEMENT_STARTED,
        CLOSED
    }
}
