package io.upswing.core.plans;

import io.upswing.core.command.Cause;
import io.upswing.core.command.Stamps;
import io.upswing.core.evaluation.Correction;
import io.upswing.core.evaluation.Evaluation;
import io.upswing.core.evaluation.Wording;
import io.upswing.core.kpi.KpiValue;
import io.upswing.core.kpi.Measure;
import io.upswing.core.plans.Plan.Status;
import io.upswing.core.plans.PlanTerms.ActionTerms;
import io.upswing.core.plans.PlanTerms.Point;
import io.upswing.core.plans.PlanWatch.GoalWatch;
import io.upswing.core.time.Days;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Looks at one plan at the close of a day, and says what has happened to it: a pure function. */
public final class PlanKeeper {
    /** A pace lasts from so many closes in a row on. */
    static final int PACE_CLOSES = 3;

    /** How long a plan is watched after its end. */
    static final int REINFORCEMENT_DAYS = 90;

    private final String id;
    private final Evaluation evaluation;
    private final Figures.Evaluated figures;
    private final Stamps stamps;
    private final Wording wording;
    private final List<PlanEvent> events = new ArrayList<>();
    private final int day;
    private Plan plan;

    /** What has happened, and what to remember. */
    public record Result(Plan plan, PlanWatch watch, List<PlanEvent> events) {
        public Result {
            events = List.copyOf(events);
        }
    }

    private PlanKeeper(String id, Plan plan, Evaluation evaluation, Stamps stamps, Wording wording) {
        this.id = id;
        this.plan = plan;
        this.evaluation = evaluation;
        this.figures = new Figures.Evaluated(evaluation);
        this.stamps = stamps;
        this.wording = wording;
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
        PlanKeeper keeper = new PlanKeeper(id, plan, evaluation, stamps, wording);
        PlanWatch after = keeper.evaluate(watch, groundWithdrawn);
        return new Result(keeper.plan, after, keeper.events);
    }

    private PlanWatch evaluate(PlanWatch watch, boolean groundWithdrawn) {
        if (groundWithdrawn && plan.status().isOpen() && !plan.isGroundWithdrawn()) {
            happens(
                    PlanEvent.Type.GROUND_WITHDRAWN,
                    new Detail.None(),
                    "The issue that it answers was withdrawn: a correction took its ground away.");
        }
        PlanWatch after = plan.status() == Status.ACTIVE ? active(watch) : watch;
        reinforce();
        return after;
    }

    private void happens(PlanEvent.Type type, Detail detail, String sentence) {
        PlanEvent event =
                new PlanEvent(stamps.next(id), type, id, evaluation.rep(), Cause.EVALUATION, detail, sentence);
        events.add(event);
        List<PlanEvent> all = new ArrayList<>(plan.events());
        all.add(event);
        plan = Plan.of(all);
    }

    private void reinforce() {
        OptionalInt ended = plan.endedOn();
        if (plan.status() == Status.COMPLETED && ended.orElse(day) < day) {
            happens(
                    PlanEvent.Type.REINFORCEMENT_STARTED,
                    new Detail.None(),
                    "Watched for " + REINFORCEMENT_DAYS + " days more.");
        } else if (plan.status() == Status.REINFORCEMENT && day - ended.orElse(day) >= REINFORCEMENT_DAYS) {
            happens(PlanEvent.Type.CLOSED, new Detail.None(), "Closed.");
        }
    }

    private PlanWatch active(PlanWatch watch) {
        if (evaluation.isPastChanged()) {
            plan.goals().forEach(goal -> seen(watch, goal).ifPresent(last -> corrected(goal, last)));
        }
        actions();
        checkIns();
        TreeMap<String, GoalWatch> seen = new TreeMap<>();
        for (Goal goal : plan.goals()) {
            seen.put(goal.terms().id(), goal(goal, seen(watch, goal)));
        }
        if (day >= plan.terms().deadline() && !plan.isDeadlinePassed()) {
            Detail.End end = Suggestion.of(plan, figures, day);
            happens(
                    PlanEvent.Type.DEADLINE_PASSED,
                    end,
                    "The deadline, " + Days.text(plan.terms().deadline()) + ", is over. Suggested: "
                            + Suggestion.sentence(plan, end));
        }
        return new PlanWatch(seen);
    }

    /** What was seen of a goal, if it measured the same then. */
    private Optional<GoalWatch> seen(PlanWatch watch, Goal goal) {
        String name = goal.terms().id();
        return watch.of(name).filter(last -> plan.isSeen(name, last.day()));
    }

    private void corrected(Goal goal, GoalWatch seen) {
        String name = goal.terms().id();
        KpiValue now = value(goal, seen.day());
        if (!now.equals(seen.value())) {
            List<String> entities = corrections(goal, seen.day());
            happens(
                    PlanEvent.Type.FIGURE_CORRECTED,
                    new Detail.Corrected(name, seen.day(), number(seen.value()), number(now), entities),
                    goal.kpi().title() + " of " + Days.text(seen.day()) + " was corrected from "
                            + wording.value(goal.kpi(), seen.value()) + " to " + wording.value(goal.kpi(), now)
                            + (entities.isEmpty() ? "." : ", by " + few(entities) + "."));
        }
        OptionalInt reached = plan.reached(name);
        if (reached.isPresent() && reached.getAsInt() >= evaluation.firstDay()) {
            KpiValue then = value(goal, reached.getAsInt());
            if (!goal.isReachedBy(then)) {
                happens(
                        PlanEvent.Type.GOAL_UNREACHED,
                        reachedAt(goal, reached.getAsInt(), then),
                        "With what is known since, " + goal.kpi().title() + " was not at its goal on "
                                + Days.text(reached.getAsInt()) + ".");
            }
        }
        for (Point point : plan.milestones(name)) {
            Boolean met = plan.passed(name).get(point.day());
            if (met != null
                    && point.day() >= evaluation.firstDay()
                    && met != goal.reaches(value(goal, point.day()), point.value())) {
                milestone(goal, point, value(goal, point.day()));
            }
        }
    }

    /** The entities whose correction may have moved a goal's figure of a day. */
    private List<String> corrections(Goal goal, int on) {
        int from = goal.terms().timeframe() instanceof Timeframe.OfWindow(var window)
                ? window.firstDay(on)
                : ((Timeframe.OfPeriod) goal.terms().timeframe()).from();
        return evaluation.corrections().stream()
                .filter(correction -> correction.touches(goal.kpi(), from, on))
                .map(Correction::entity)
                .toList();
    }

    private static String few(List<String> entities) {
        int most = 3;
        String named = String.join(", ", entities.subList(0, Math.min(most, entities.size())));
        return entities.size() <= most ? named : named + " and " + (entities.size() - most) + " more";
    }

    private KpiValue value(Goal goal, int on) {
        return figures.value(goal.kpi(), goal.terms().timeframe(), on);
    }

    private static double number(KpiValue value) {
        return value.value().orElse(0);
    }

    private static Detail.Reached reachedAt(Goal goal, int on, KpiValue value) {
        return new Detail.Reached(
                goal.terms().id(), on, number(value), goal.target().doubleValue());
    }

    /** A training or coaching in the CRM completes the next action of its kind that is open. */
    private void actions() {
        for (PlanTerms.Kind kind : PlanTerms.Kind.values()) {
            Optional<Measure> measure = Matching.of(kind);
            if (measure.isPresent() && plan.started().isPresent()) {
                match(kind, figures.count(measure.get(), plan.started().getAsInt(), day));
            }
        }
    }

    private void match(PlanTerms.Kind kind, long there) {
        List<ActionTerms> ofKind = plan.terms().actions().stream()
                .filter(action -> action.kind() == kind)
                .sorted(Comparator.comparingInt(ActionTerms::due).thenComparing(ActionTerms::id))
                .toList();
        long done = ofKind.stream()
                .filter(action -> plan.done(action.id()).isPresent())
                .count();
        for (ActionTerms action : ofKind) {
            if (there > done && plan.done(action.id()).isEmpty()) {
                done++;
                happens(
                        PlanEvent.Type.ACTION_COMPLETED,
                        new Detail.Done(action.id(), day),
                        "Done, as the CRM says: " + action.id() + ".");
            }
        }
        List<ActionTerms> matched = ofKind.stream()
                .filter(action -> plan.isDoneByActivity(action.id()))
                .toList();
        for (int i = matched.size() - 1; i >= there; i--) {
            happens(
                    PlanEvent.Type.ACTION_REOPENED,
                    new Detail.Done(matched.get(i).id(), day),
                    "Not done after all, as the CRM says now: " + matched.get(i).id() + ".");
        }
    }

    private void checkIns() {
        if (plan.lacksCheckIn(day)) {
            happens(
                    PlanEvent.Type.CHECK_IN_MISSED,
                    new Detail.CheckIn(day),
                    "No check-in in the " + plan.terms().checkInEvery() + " days up to " + Days.text(day) + ".");
        }
    }

    private GoalWatch goal(Goal goal, Optional<GoalWatch> before) {
        String name = goal.terms().id();
        KpiValue value = value(goal, day);
        // What comes after the deadline is too late; what is learned after it of the days before is not.
        int last = Math.min(day, plan.terms().deadline());
        KpiValue best = value(goal, last);
        if (plan.reached(name).isEmpty() && goal.isReachedBy(best)) {
            happens(
                    PlanEvent.Type.GOAL_REACHED,
                    reachedAt(goal, last, best),
                    "Goal reached: " + goal.kpi().title() + ", "
                            + goal.terms().timeframe().text() + ", is "
                            + wording.value(goal.kpi(), best) + " on " + Days.text(last) + "; "
                            + wording.value(goal.kpi(), goal.target()) + " was the target.");
        }
        plan.milestones(name).stream()
                .filter(point -> point.day() == day)
                .forEach(point -> milestone(goal, point, value));
        return paced(goal, value, before);
    }

    private void milestone(Goal goal, Point point, KpiValue value) {
        boolean met = goal.reaches(value, point.value());
        happens(
                met ? PlanEvent.Type.MILESTONE_MET : PlanEvent.Type.MILESTONE_MISSED,
                new Detail.Milestone(
                        goal.terms().id(),
                        point.day(),
                        number(value),
                        point.value().doubleValue()),
                "Milestone of " + Days.text(point.day()) + (met ? " met: " : " missed: ")
                        + goal.kpi().title() + " is " + wording.value(goal.kpi(), value) + ", "
                        + wording.value(goal.kpi(), point.value()) + " was expected.");
    }

    private GoalWatch paced(Goal goal, KpiValue value, Optional<GoalWatch> before) {
        String name = goal.terms().id();
        Pace lasting = plan.pace(name);
        Pace now = day > plan.terms().deadline() ? lasting : Progress.pace(plan, goal, value, day);
        int closes = now == lasting
                ? 0
                : 1
                        + before.filter(seen -> seen.candidate().equals(Optional.of(now)))
                                .map(GoalWatch::closes)
                                .orElse(0);
        if (closes >= PACE_CLOSES) {
            happens(
                    PlanEvent.Type.PACE_CHANGED,
                    new Detail.Paced(name, lasting, now),
                    goal.kpi().title() + " is " + now.id() + ", after " + lasting.id() + ": "
                            + wording.value(goal.kpi(), value) + " on " + Days.text(day) + ".");
            closes = 0;
        }
        return new GoalWatch(
                day,
                value,
                figures.market(goal.kpi(), goal.terms().timeframe(), day),
                closes == 0 ? Optional.empty() : Optional.of(now),
                closes);
    }
}
