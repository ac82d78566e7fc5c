package io.upswing.app.views;

import io.upswing.app.topology.Tasks;
import io.upswing.schemas.CommandOutcome;
import io.upswing.schemas.IssueCurrent;
import io.upswing.schemas.IssueEvent;
import io.upswing.schemas.PlanCurrent;
import io.upswing.schemas.PlanEvent;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** What an instance knows of issues, plans and commands: that of the tasks that it runs. */
public interface InstanceCases {
    /**
     * How things stand under each rule, by rep and rule.
     *
     * @param rep only this one's; all, if empty
     */
    SortedMap<Tasks.Id, List<CaseRow<IssueCurrent>>> issues(Optional<String> rep);

    /** One, with its history; empty if no rule of that id has been evaluated for the rep. */
    Optional<CaseFile<IssueCurrent, IssueEvent>> issue(String rep, String rule);

    /**
     * How far each plan is, the open day included; by rep and plan.
     *
     * @param rep only this one's; all, if empty
     */
    SortedMap<Tasks.Id, List<CaseRow<PlanCurrent>>> plans(Optional<String> rep);

    /** One, with its history; empty if the rep has no such plan. */
    Optional<CaseFile<PlanCurrent, PlanEvent>> plan(String rep, String plan);

    /** What became of a command; empty if it has not been handled. */
    Optional<CommandOutcome> outcome(String rep, String command);
}
