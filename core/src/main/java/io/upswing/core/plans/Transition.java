package io.upswing.core.plans;

import io.upswing.core.plans.Plan.Status;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Every legal transition of a plan; all others are refused. */
public enum Transition {
    NONE_TO_DRAFT(Status.NONE, PlanEvent.Type.DRAFTED, Status.DRAFT),

    DRAFT_EDITED(Status.DRAFT, PlanEvent.Type.EDITED, Status.DRAFT),
    DRAFT_ACTION_ADDED(Status.DRAFT, PlanEvent.Type.ACTION_ADDED, Status.DRAFT),
    DRAFT_GROUND_WITHDRAWN(Status.DRAFT, PlanEvent.Type.GROUND_WITHDRAWN, Status.DRAFT),
    DRAFT_TO_PROPOSED(Status.DRAFT, PlanEvent.Type.PROPOSED, Status.PROPOSED),
    DRAFT_TO_CANCELLED(Status.DRAFT, PlanEvent.Type.CANCELLED, Status.CANCELLED),

    PROPOSED_TO_DRAFT(Status.PROPOSED, PlanEvent.Type.EDITED, Status.DRAFT),
    PROPOSED_GROUND_WITHDRAWN(Status.PROPOSED, PlanEvent.Type.GROUND_WITHDRAWN, Status.PROPOSED),
    PROPOSED_TO_ACKNOWLEDGED(Status.PROPOSED, PlanEvent.Type.ACKNOWLEDGED, Status.ACKNOWLEDGED),
    PROPOSED_TO_CANCELLED(Status.PROPOSED, PlanEvent.Type.CANCELLED, Status.CANCELLED),

    ACKNOWLEDGED_TO_DRAFT(Status.ACKNOWLEDGED, PlanEvent.Type.EDITED, Status.DRAFT),
    ACKNOWLEDGED_GROUND_WITHDRAWN(Status.ACKNOWLEDGED, PlanEvent.Type.GROUND_WITHDRAWN, Status.ACKNOWLEDGED),
    ACKNOWLEDGED_TO_ACTIVE(Status.ACKNOWLEDGED, PlanEvent.Type.ACTIVATED, Status.ACTIVE),
    ACKNOWLEDGED_TO_CANCELLED(Status.ACKNOWLEDGED, PlanEvent.Type.CANCELLED, Status.CANCELLED),

    ACTIVE_REVISED(Status.ACTIVE, PlanEvent.Type.REVISED, Status.ACTIVE),
    ACTIVE_EXTENDED(Status.ACTIVE, PlanEvent.Type.EXTENDED, Status.ACTIVE),
    ACTIVE_ACTION_ADDED(Status.ACTIVE, PlanEvent.Type.ACTION_ADDED, Status.ACTIVE),
    ACTIVE_ACTION_COMPLETED(Status.ACTIVE, PlanEvent.Type.ACTION_COMPLETED, Status.ACTIVE),
    ACTIVE_ACTION_REOPENED(Status.ACTIVE, PlanEvent.Type.ACTION_REOPENED, Status.ACTIVE),
    ACTIVE_CHECK_IN_HELD(Status.ACTIVE, PlanEvent.Type.CHECK_IN_HELD, Status.ACTIVE),
    ACTIVE_CHECK_IN_MISSED(Status.ACTIVE, PlanEvent.Type.CHECK_IN_MISSED, Status.ACTIVE),
    ACTIVE_GOAL_REACHED(Status.ACTIVE, PlanEvent.Type.GOAL_REACHED, Status.ACTIVE),
    ACTIVE_GOAL_UNREACHED(Status.ACTIVE, PlanEvent.Type.GOAL_UNREACHED, Status.ACTIVE),
    ACTIVE_MILESTONE_MET(Status.ACTIVE, PlanEvent.Type.MILESTONE_MET, Status.ACTIVE),
    ACTIVE_MILESTONE_MISSED(Status.ACTIVE, PlanEvent.Type.MILESTONE_MISSED, Status.ACTIVE),
    ACTIVE_PACE_CHANGED(Status.ACTIVE, PlanEvent.Type.PACE_CHANGED, Status.ACTIVE),
    ACTIVE_FIGURE_CORRECTED(Status.ACTIVE, PlanEvent.Type.FIGURE_CORRECTED, Status.ACTIVE),
    ACTIVE_GROUND_WITHDRAWN(Status.ACTIVE, PlanEvent.Type.GROUND_WITHDRAWN, Status.ACTIVE),
    ACTIVE_DEADLINE_PASSED(Status.ACTIVE, PlanEvent.Type.DEADLINE_PASSED, Status.ACTIVE),
    ACTIVE_TO_PAUSED(Status.ACTIVE, PlanEvent.Type.PAUSED, Status.PAUSED),
    ACTIVE_TO_COMPLETED(Status.ACTIVE, PlanEvent.Type.COMPLETED, Status.COMPLETED),
    ACTIVE_TO_CANCELLED(Status.ACTIVE, PlanEvent.Type.CANCELLED, Status.CANCELLED),

    PAUSED_TO_ACTIVE(Status.PAUSED, PlanEvent.Type.RESUMED, Status.ACTIVE),
    PAUSED_GROUND_WITHDRAWN(Status.PAUSED, PlanEvent.Type.GROUND_WITHDRAWN, Status.PAUSED),
    PAUSED_TO_CANCELLED(Status.PAUSED, PlanEvent.Type.CANCELLED, Status.CANCELLED),

    COMPLETED_TO_REINFORCEMENT(Status.COMPLETED, PlanEvent.Type.REINFORCEMENT_STARTED, Status.REINFORCEMENT),
    REINFORCEMENT_TO_CLOSED(Status.REINFORCEMENT, PlanEvent.Type.CLOSED, Status.CLOSED);

    private final Status from;
    private final PlanEvent.Type by;
    private final Status to;

    Transition(Status from, PlanEvent.Type by, Status to) {
        this.from = from;
        this.by = by;
        this.to = to;
    }

    /** The state after it. */
    public Status to() {
        return to;
    }

    /** The transition of a state by what happens; empty if that can't happen then. */
    public static Optional<Transition> of(Status from, PlanEvent.Type by) {
        return Arrays.stream(values())
                .filter(transition -> transition.from == from && transition.by == by)
                .findFirst();
    }

    /** The states in which something can happen. */
    static Stream<Status> before(PlanEvent.Type by) {
        return Arrays.stream(values()).filter(transition -> transition.by == by).map(transition -> transition.from);
    }
}
