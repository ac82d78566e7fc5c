package io.upswing.app.views.http;

import io.upswing.app.views.EventLog;
import io.upswing.schemas.IssueEvent;
import io.upswing.schemas.PlanEvent;
import java.util.List;

/** Nothing has happened. */
final class StubLog implements EventLog {
    @Override
    public List<IssueEvent> issues() {
        return List.of();
    }

    @Override
    public List<PlanEvent> plans() {
        return List.of();
    }
}
