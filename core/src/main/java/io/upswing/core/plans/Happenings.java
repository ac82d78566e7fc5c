package io.upswing.core.plans;

import io.upswing.core.command.Cause;
import io.upswing.core.command.Stamps;
import java.util.ArrayList;
import java.util.List;

/** What an evaluation finds to have happened to a plan, one thing after the other. */
final class Happenings {
    private final String id;
    private final String rep;
    private final Stamps stamps;
    private final List<PlanEvent> events = new ArrayList<>();
    private Plan plan;

    Happenings(String id, String rep, Plan plan, Stamps stamps) {
        this.id = id;
        this.rep = rep;
        this.plan = plan;
        this.stamps = stamps;
    }

    void add(PlanEvent.Type type, Detail detail, String sentence) {
        if (!Room.has(plan, type)) {
            return;
        }
        PlanEvent event = new PlanEvent(stamps.next(id), type, id, rep, Cause.EVALUATION, detail, sentence);
        plan = plan.plus(event);
        events.add(event);
    }

    /** The plan with all that has happened so far. */
    Plan plan() {
        return plan;
    }

    List<PlanEvent> events() {
        return events;
    }
}
