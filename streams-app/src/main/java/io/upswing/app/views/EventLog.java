package io.upswing.app.views;

import io.upswing.schemas.IssueEvent;
import io.upswing.schemas.PlanEvent;
import java.util.List;

/** All that ever happened to issues and plans, from the log. Throws {@link UnavailableException} while it can't be read. */
public interface EventLog {
    /** By rep, day and sequence. */
    List<IssueEvent> issues();

    /** By rep, day and sequence. */
    List<PlanEvent> plans();
}
