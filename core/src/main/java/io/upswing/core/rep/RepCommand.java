package io.upswing.core.rep;

import io.upswing.core.command.CommandHeader;
import io.upswing.core.issues.IssueCommand;
import io.upswing.core.plans.PlanCommand;

/** A command about a rep. */
public sealed interface RepCommand {
    CommandHeader header();

    /** About an issue. */
    record OfIssue(CommandHeader header, IssueCommand command) implements RepCommand {}

    /** About a plan. */
    record OfPlan(CommandHeader header, PlanCommand command) implements RepCommand {}
}
