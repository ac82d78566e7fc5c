package io.upswing.app.views;

import io.upswing.schemas.IssueCurrent;
import io.upswing.schemas.IssueState;
import io.upswing.schemas.PlanCurrent;
import java.util.Set;

/** Which issues and plans somebody is still to do something about. */
public final class OpenCases {
    private static final Set<String> ISSUES = Set.of("raised", "acknowledged", "escalated");
    private static final Set<String> PLANS = Set.of("draft", "proposed", "acknowledged", "active", "paused");

    private OpenCases() {}

    /** Whether there is an issue, and it has not ended. */
    public static boolean isOpen(IssueCurrent current) {
        IssueState issue = current.getIssue();
        return issue != null && ISSUES.contains(issue.getStatus());
    }

    /** Whether a plan has not ended. */
    public static boolean isOpen(PlanCurrent current) {
        return PLANS.contains(current.getStatus());
    }
}
