package io.upswing.core.issues;

import io.upswing.core.issues.Issue.Status;
import java.util.Arrays;
import java.util.Optional;

/** Every legal transition of an issue; all others are refused. */
public enum Transition {
    PENDING_TO_RAISED(Status.PENDING, IssueEvent.Type.RAISED, Status.RAISED),
    RESOLVED_TO_RAISED(Status.RESOLVED, IssueEvent.Type.REGRESSED, Status.RAISED),
    DISMISSED_TO_RAISED(Status.DISMISSED, IssueEvent.Type.REGRESSED, Status.RAISED),

    RAISED_TO_ACKNOWLEDGED(Status.RAISED, IssueEvent.Type.ACKNOWLEDGED, Status.ACKNOWLEDGED),
    RAISED_TO_ESCALATED(Status.RAISED, IssueEvent.Type.ESCALATED, Status.ESCALATED),
    RAISED_SILENCED(Status.RAISED, IssueEvent.Type.SILENCED, Status.RAISED),
    RAISED_DISPUTED(Status.RAISED, IssueEvent.Type.DISPUTED, Status.RAISED),
    RAISED_CORRECTED(Status.RAISED, IssueEvent.Type.CORRECTED, Status.RAISED),
    RAISED_TO_RESOLVED(Status.RAISED, IssueEvent.Type.RESOLVED, Status.RESOLVED),
    RAISED_TO_DISMISSED(Status.RAISED, IssueEvent.Type.DISMISSED, Status.DISMISSED),
    RAISED_TO_WITHDRAWN(Status.RAISED, IssueEvent.Type.WITHDRAWN, Status.WITHDRAWN),

    ACKNOWLEDGED_TO_ESCALATED(Status.ACKNOWLEDGED, IssueEvent.Type.ESCALATED, Status.ESCALATED),
    ACKNOWLEDGED_SILENCED(Status.ACKNOWLEDGED, IssueEvent.Type.SILENCED, Status.ACKNOWLEDGED),
    ACKNOWLEDGED_DISPUTED(Status.ACKNOWLEDGED, IssueEvent.Type.DISPUTED, Status.ACKNOWLEDGED),
    ACKNOWLEDGED_CORRECTED(Status.ACKNOWLEDGED, IssueEvent.Type.CORRECTED, Status.ACKNOWLEDGED),
    ACKNOWLEDGED_TO_RESOLVED(Status.ACKNOWLEDGED, IssueEvent.Type.RESOLVED, Status.RESOLVED),
    ACKNOWLEDGED_TO_DISMISSED(Status.ACKNOWLEDGED, IssueEvent.Type.DISMISSED, Status.DISMISSED),
    ACKNOWLEDGED_TO_WITHDRAWN(Status.ACKNOWLEDGED, IssueEvent.Type.WITHDRAWN, Status.WITHDRAWN),

    ESCALATED_TO_ACKNOWLEDGED(Status.ESCALATED, IssueEvent.Type.ACKNOWLEDGED, Status.ACKNOWLEDGED),
    ESCALATED_SILENCED(Status.ESCALATED, IssueEvent.Type.SILENCED, Status.ESCALATED),
    ESCALATED_DISPUTED(Status.ESCALATED, IssueEvent.Type.DISPUTED, Status.ESCALATED),
    ESCALATED_CORRECTED(Status.ESCALATED, IssueEvent.Type.CORRECTED, Status.ESCALATED),
    ESCALATED_TO_RESOLVED(Status.ESCALATED, IssueEvent.Type.RESOLVED, Status.RESOLVED),
    ESCALATED_TO_DISMISSED(Status.ESCALATED, IssueEvent.Type.DISMISSED, Status.DISMISSED),
    ESCALATED_TO_WITHDRAWN(Status.ESCALATED, IssueEvent.Type.WITHDRAWN, Status.WITHDRAWN);

    private final Status from;
    private final IssueEvent.Type by;
    private final Status to;

    Transition(Status from, IssueEvent.Type by, Status to) {
        this.from = from;
        this.by = by;
        this.to = to;
    }

    /** The state after it. */
    public Status to() {
        return to;
    }

    /** The transition of a state by what happens; empty if that can't happen then. */
    public static Optional<Transition> of(Status from, IssueEvent.Type by) {
        return Arrays.stream(values())
                .filter(transition -> transition.from == from && transition.by == by)
                .findFirst();
    }
}
