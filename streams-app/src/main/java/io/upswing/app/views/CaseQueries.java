package io.upswing.app.views;

import io.upswing.schemas.CommandOutcome;
import io.upswing.schemas.IssueCurrent;
import io.upswing.schemas.IssueEvent;
import io.upswing.schemas.PlanCurrent;
import io.upswing.schemas.PlanEvent;
import java.util.List;
import java.util.Optional;

/** What can be asked about issues, plans and commands; the same holds as for {@link KpiQueries}. */
public interface CaseQueries {
    /** How things stand, by rep and rule; of one rep or of all. */
    List<CaseRow<IssueCurrent>> issues(Optional<String> rep);

    /** One, with its history; empty if no rule of that id has been evaluated for the rep. */
    Optional<CaseFile<IssueCurrent, IssueEvent>> issue(String rep, String rule);

    /** How far plans are, by rep and plan; of one rep or of all. */
    List<CaseRow<PlanCurrent>> plans(Optional<String> rep);

    /** One, with its history; empty if the rep has no such plan. */
    Optional<CaseFile<PlanCurrent, PlanEvent>> plan(String rep, String plan);

    /** What became of a command; empty if it has not been handled. */
    Optional<CommandOutcome> outcome(String rep, String command);
}
