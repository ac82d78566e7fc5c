package io.upswing.core.plans;

import io.upswing.core.command.Stamps;
import io.upswing.core.evaluation.Evaluation;
import io.upswing.core.evaluation.Wording;
import io.upswing.core.kpi.Measure;
import io.upswing.core.plans.Plan.Status;
import io.upswing.core.plans.PlanWatch.GoalWatch;
import io.upswing.core.time.Days;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Looks at one plan at the close of a day, and says what has happened to it: a pure function. */
public final class PlanKeeper {
    /** How long a plan is watched after its end. */
    static final int REINFORCEMENT_DAYS = 90;

    private final Happenings news;
    private final Evaluation evaluation;
    private final GoalKeeper goals;
    private final int day;

    /** What has happened, and what to remember. */
    public record Result(Plan plan, PlanWatch watch, List<PlanEvent> events) {
        public Result {
            events = List.copyOf(events);
        }
    }

    private PlanKeeper(Happenings news, Evaluation evaluation, Wording wording) {
        this.news = news;
        this.evaluation = evaluation;
        this.goals = new GoalKeeper(news, evaluation, wording);
        this.day = evaluation.day();
    }

    /**
     * Evaluates a day.
     *
     * @param groundWithdrawn whether the issue that it answers was withdrawn on that day
     */
    public static Result evaluate(
            String id,
            Plan plan,
            PlanWatch watch,
            Evaluation evaluation,
            Stamps stamps,
            boolean groundWithdrawn,
            Wording wording) {
        Happenings news = new Happenings(id, evaluation.rep(), plan, stamps);
        PlanWatch after = new PlanKeeper(news, evaluation, wording).evaluate(watch, groundWithdrawn);
        return new Result(news.plan(), after, news.events());
    }

    private PlanWatch evaluate(PlanWatch watch, boolean groundWithdrawn) {
        if (groundWithdrawn && news.plan().status().isOpen() && !news.plan().isGroundWithdrawn()) {
            news.add(
                    PlanEvent.Type.GROUND_WITHDRAWN,
                    new Detail.None(),
                    "The issue that it answers was withdrawn: a correction took its ground away.");
        }
        PlanWatch after = news.plan().status() == Status.ACTIVE ? active(watch) : watch;
        reinforce();
        return after;
    }

    private void reinforce() {
        OptionalInt ended = news.plan().endedOn();
        if (news.plan().status() == Status.COMPLETED && ended.orElse(day) < day) {
            news.add(
                    PlanEvent.Type.REINFORCEMENT_STARTED,
                    new Detail.None(),
                    "Watched for " + REINFORCEMENT_DAYS + " days more.");
        } else if (news.plan().status() == Status.REINFORCEMENT && day - ended.orElse(day) >= REINFORCEMENT_DAYS) {
            news.add(PlanEvent.Type.CLOSED, new Detail.None(), "Closed.");
        }
    }

    private PlanWatch active(PlanWatch watch) {
        for (Goal goal : news.plan().goals()) {
            goals.seen(watch, goal).filter(this::mayBeCorrected).ifPresent(last -> goals.corrected(goal, last));
        }
        actions();
        checkIns();
        TreeMap<String, GoalWatch> seen = new TreeMap<>();
        for (Goal goal : news.plan().goals()) {
            seen.put(goal.terms().id(), goals.goal(goal, goals.seen(watch, goal)));
        }
        if (day >= news.plan().terms().deadline() && !news.plan().isDeadlinePassed()) {
            Detail.End end = Suggestion.of(news.plan(), new Figures.Evaluated(evaluation), day);
            news.add(
                    PlanEvent.Type.DEADLINE_PASSED,
                    end,
                    "The deadline, " + Days.text(news.plan().terms().deadline()) + ", is over. Suggested: "
                            + Suggestion.sentence(news.plan(), end));
        }
        return new PlanWatch(seen);
    }

    /** What was learned in a pause has not been looked at. */
    private boolean mayBeCorrected(GoalWatch last) {
        return evaluation.isPastChanged() || last.day() < day - 1;
    }

    /** A training or coaching in the CRM completes the next action of its kind that is open. */
    private void actions() {
        for (PlanTerms.Kind kind : PlanTerms.Kind.values()) {
            Matching.measure(kind).ifPresent(measure -> match(kind, measure));
        }
    }

    private void match(PlanTerms.Kind kind, Measure measure) {
        Matching.Matched matched = Matching.of(
                news.plan(), kind, from -> evaluation.ownFlows(from, day).get(measure));
        matched.completed()
                .forEach(action -> news.add(
                        PlanEvent.Type.ACTION_COMPLETED,
                        new Detail.Done(action.id(), day),
                        "Done, as the CRM says: " + action.id() + "."));
        matched.reopened()
                .forEach(action -> news.add(
                        PlanEvent.Type.ACTION_REOPENED,
                        new Detail.Done(action.id(), day),
                        "Not done after all, as the CRM says now: " + action.id() + "."));
    }

    private void checkIns() {
        if (news.plan().lacksCheckIn(day)) {
            news.add(
                    PlanEvent.Type.CHECK_IN_MISSED,
                    new Detail.CheckIn(day),
                    "No check-in in the " + news.plan().terms().checkInEvery() + " days up to " + Days.text(day) + ".");
        }
    }
}
