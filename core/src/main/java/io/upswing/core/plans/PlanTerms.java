package io.upswing.core.plans;

import io.upswing.core.kpi.Kpi;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a plan agrees on.
 *
 * @param answers      the rule whose issue it answers
 * @param deadline     the last day
 * @param checkInEvery days from check-in to check-in; 0: none
 */
public record PlanTerms(
        Optional<String> answers, List<GoalTerms> goals, List<ActionTerms> actions, int deadline, int checkInEvery) {
    public PlanTerms {
        goals = List.copyOf(goals);
        actions = List.copyOf(actions);
    }

    /** With one more action. */
    PlanTerms plus(ActionTerms action) {
        List<ActionTerms> more = new ArrayList<>(actions);
        more.add(action);
        return new PlanTerms(answers, goals, more, deadline, checkInEvery);
    }

    /** With another deadline, and all that is due later by so many days. */
    PlanTerms moved(int newDeadline, int from, int shift) {
        return new PlanTerms(
                answers,
                goals.stream().map(goal -> goal.moved(from, shift)).toList(),
                actions.stream().map(action -> action.moved(from, shift)).toList(),
                newDeadline,
                checkInEvery);
    }

    /**
     * A goal: a KPI that is to come to a target by the plan's deadline.
     *
     * @param id   within the plan
     * @param path milestones on the way, ascending by day; empty: one every 30 days, on a straight line
     */
    public record GoalTerms(String id, Kpi kpi, Timeframe timeframe, Target target, List<Point> path) {
        public GoalTerms {
            path = List.copyOf(path);
        }

        GoalTerms moved(int from, int shift) {
            return new GoalTerms(id, kpi, timeframe.moved(from, shift), target, moved(path, from, shift));
        }

        /** Milestones likewise; at the end of a period that stays its target is due, and no milestone any more. */
        List<Point> moved(List<Point> milestones, int from, int shift) {
            Timeframe stays = timeframe.moved(from, shift);
            int end = stays.equals(timeframe) && stays instanceof Timeframe.OfPeriod period
                    ? period.to()
                    : Integer.MAX_VALUE;
            return milestones.stream()
                    .map(point -> point.moved(from, shift))
                    .filter(point -> point.day() < from || point.day() < end)
                    .toList();
        }
    }

    /**
     * A value that is to be reached on a day.
     *
     * @param value in the KPI's unit
     */
    public record Point(int day, BigDecimal value) {
        Point moved(int from, int shift) {
            return day >= from ? new Point(day + shift, value) : this;
        }
    }

    /**
     * Something that is to be done.
     *
     * @param id    within the plan
     * @param owner who does it: the rep, or a manager
     * @param due   the last day
     * @param note  the id of a note that says what exactly
     */
    public record ActionTerms(String id, Kind kind, String owner, int due, Optional<String> note) {
        ActionTerms moved(int from, int shift) {
            return due >= from ? new ActionTerms(id, kind, owner, due + shift, note) : this;
        }
    }

    /** Kinds of action; those that leave an activity in the CRM complete themselves. */
    public enum Kind {
        TRAINING("training"),
        COACHING("coaching"),
        CALL_REVIEW("call-review"),
        RESOURCE("resource"),
        SHADOWING("shadowing"),
        OTHER("other");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** As in topics and REST. */
        public String id() {
            return id;
        }
    }
}
