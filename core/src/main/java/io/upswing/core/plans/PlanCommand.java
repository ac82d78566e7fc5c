package io.upswing.core.plans;

import io.upswing.core.plans.PlanTerms.ActionTerms;

/** What a person wants of a plan. */
public sealed interface PlanCommand {
    /** Which plan of the rep. */
    String plan();

    /** What it is called in messages. */
    default String text() {
        return getClass().getSimpleName();
    }

    /** Makes a plan; its id is the sender's choice. */
    record Draft(String plan, PlanTerms terms) implements PlanCommand {}

    /** Changes what is agreed on: a plan that has not begun is a draft again; one that has goes on with new terms. */
    record Edit(String plan, PlanTerms terms) implements PlanCommand {}

    /** Puts it to the rep. */
    record Propose(String plan) implements PlanCommand {}

    /** The rep has seen it, and may comment on it in a note. */
    record Acknowledge(String plan) implements PlanCommand {}

    /** Begins it. */
    record Activate(String plan) implements PlanCommand {}

    /** Stops it for a while; what is due moves by the days of the pause. */
    record Pause(String plan) implements PlanCommand {}

    /** Goes on after a pause. */
    record Resume(String plan) implements PlanCommand {}

    /** Gives it more time. */
    record Extend(String plan, int deadline) implements PlanCommand {}

    /** Adds something to do. */
    record AddAction(String plan, ActionTerms action) implements PlanCommand {}

    /** Something is done. */
    record CompleteAction(String plan, String action) implements PlanCommand {}

    /** Rep and manager have spoken; what about is in the note. */
    record HoldCheckIn(String plan) implements PlanCommand {}

    /** Ends it with what it has come to. */
    record Complete(String plan, Outcome outcome) implements PlanCommand {}

    /** Ends it without. */
    record Cancel(String plan) implements PlanCommand {}
}
