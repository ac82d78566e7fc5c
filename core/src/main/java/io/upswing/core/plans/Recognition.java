package io.upswing.core.plans;

import io.upswing.core.command.Stamp;
import java.util.Optional;

/**
 * The good news.
 *
 * @param id    a hash of the event's id
 * @param event on which it rests
 */
public record Recognition(String id, Kind kind, String rep, String plan, String goal, Stamp event, String sentence) {
    /** What is recognized. */
    public enum Kind {
        GOAL_REACHED("goal-reached"),
        MILESTONE_MET("milestone-met"),
        /** A correction took back what was recognized before. */
        TAKEN_BACK("taken-back");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** As in topics and REST. */
        public String id() {
            return id;
        }
    }

    /** What an event gives reason for. */
    public static Optional<Recognition> of(PlanEvent event) {
        return switch (event.detail()) {
            case Detail.Reached reached ->
                Optional.of(of(
                        event,
                        event.type() == PlanEvent.Type.GOAL_REACHED ? Kind.GOAL_REACHED : Kind.TAKEN_BACK,
                        reached.goal()));
            case Detail.Milestone milestone
            when event.type() == PlanEvent.Type.MILESTONE_MET ->
                Optional.of(of(event, Kind.MILESTONE_MET, milestone.goal()));
            // Missed on a later day than its own: a correction says that it was not met after all.
            case Detail.Milestone milestone
            when event.stamp().day() > milestone.due() -> Optional.of(of(event, Kind.TAKEN_BACK, milestone.goal()));
            default -> Optional.empty();
        };
    }

    private static Recognition of(PlanEvent event, Kind kind, String goal) {
        return new Recognition(
                Stamp.hash("recognition", event.stamp().id()),
                kind,
                event.rep(),
                event.plan(),
                goal,
                event.stamp(),
                event.sentence());
    }
}
