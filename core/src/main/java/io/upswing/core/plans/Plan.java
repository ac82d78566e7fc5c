package io.upswing.core.plans;

import io.upswing.core.plans.PlanTerms.ActionTerms;
import io.upswing.core.plans.PlanTerms.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** A plan as its events leave it: made from them, and changed by nothing else. Immutable. */
public final class Plan {
    private static final PlanTerms NO_TERMS = new PlanTerms(Optional.empty(), List.of(), List.of(), 0, 0);

    private final List<PlanEvent> events;
    private final SortedMap<String, Baseline> baselines;
    private final Course course;
    private final ActionLog actions;
    private final CheckIns checkIns;
    private Status status = Status.NONE;
    private PlanTerms terms = NO_TERMS;
    private int agreedOn;
    private int weight;
    private OptionalInt started = OptionalInt.empty();
    private OptionalInt pausedOn = OptionalInt.empty();
    private OptionalInt endedOn = OptionalInt.empty();
    private boolean extended;
    private boolean deadlinePassed;
    private boolean groundWithdrawn;
    private Optional<Detail.End> end = Optional.empty();

    /** Where a plan is in its life. */
    public enum Status {
        /** There is none yet. */
        NONE("none"),
        DRAFT("draft"),
        PROPOSED("proposed"),
        ACKNOWLEDGED("acknowledged"),
        ACTIVE("active"),
        PAUSED("paused"),
        COMPLETED("completed"),
        CANCELLED("cancelled"),
        /** It has ended, and is watched on. */
        REINFORCEMENT("reinforcement"),
        CLOSED("closed");

        private final String id;

        Status(String id) {
            this.id = id;
        }

        /** As in topics and REST. */
        public String id() {
            return id;
        }

        /** Whether a plan in it answers an issue. */
        public boolean isOpen() {
            return this == DRAFT || this == PROPOSED || this == ACKNOWLEDGED || isRunning();
        }

        /** Whether a plan in it has begun and not ended. */
        public boolean isRunning() {
            return this == ACTIVE || this == PAUSED;
        }
    }

    private Plan() {
        events = new ArrayList<>();
        baselines = new TreeMap<>();
        course = new Course();
        actions = new ActionLog();
        checkIns = new CheckIns();
    }

    private Plan(Plan other) {
        events = new ArrayList<>(other.events);
        baselines = new TreeMap<>(other.baselines);
        course = other.course.copy();
        actions = other.actions.copy();
        checkIns = other.checkIns.copy();
        status = other.status;
        terms = other.terms;
        agreedOn = other.agreedOn;
        weight = other.weight;
        started = other.started;
        pausedOn = other.pausedOn;
        endedOn = other.endedOn;
        extended = other.extended;
        deadlinePassed = other.deadlinePassed;
        groundWithdrawn = other.groundWithdrawn;
        end = other.end;
    }

    /**
     * The plan that events make.
     *
     * @throws IllegalStateException if one of them can't happen after those before it
     */
    public static Plan of(List<PlanEvent> events) {
        Plan plan = new Plan();
        events.forEach(plan::apply);
        return plan;
    }

    /**
     * This plan after one more event.
     *
     * @throws IllegalStateException if that can't happen to it
     */
    public Plan plus(PlanEvent event) {
        Plan after = new Plan(this);
        after.apply(event);
        return after;
    }

    private void apply(PlanEvent event) {
        status = Transition.of(status, event.type())
                .orElseThrow(() ->
                        new IllegalStateException("a plan that is " + status.id() + " can't have " + event.type()))
                .to();
        events.add(event);
        weight += Room.weight(event);
        switch (event.detail()) {
            case Detail.Terms agreed -> agree(agreed, event);
            case Detail.Start start -> start(start);
            case Detail.Deadline moved -> move(moved, event.stamp().day());
            case Detail.Added added -> add(added.action(), event.stamp().day());
            case Detail.Done done -> done(done, event);
            case Detail.CheckIn checkIn -> checkIn(checkIn.day(), event.type());
            case Detail.Reached goal -> reach(goal, event.type());
            case Detail.Milestone milestone ->
                course.passed(milestone.goal(), milestone.due(), event.type() == PlanEvent.Type.MILESTONE_MET);
            case Detail.Paced pace -> course.pace(pace.goal(), pace.after());
            case Detail.End how -> end(how, event);
            case Detail.Corrected ignored -> {}
            case Detail.None ignored -> none(event);
        }
    }

    private void agree(Detail.Terms agreed, PlanEvent event) {
        int day = event.stamp().day();
        List<Goal> before = goals();
        actions.agree(terms.actions(), agreed.terms().actions(), day);
        groundWithdrawn &= terms.answers().equals(agreed.terms().answers());
        terms = agreed.terms();
        agreedOn = day;
        baselines.clear();
        baselines.putAll(agreed.baselines());
        if (event.type() == PlanEvent.Type.REVISED) {
            course.retain(baselines.keySet());
            goals().forEach(goal -> revise(goal, before, day));
            deadlinePassed = false;
        }
    }

    private void revise(Goal goal, List<Goal> before, int day) {
        Optional<Goal> same =
                before.stream().filter(old -> old.measures(goal.terms())).findFirst();
        course.revise(goal, same, day, goal.milestones(started.orElseThrow(), terms.deadline()));
    }

    private void add(ActionTerms action, int day) {
        terms = terms.plus(action);
        actions.add(action.id(), day);
    }

    private void start(Detail.Start start) {
        started = OptionalInt.of(start.day());
        checkIns.start(start.day());
        course.begin(start.milestones());
    }

    private void move(Detail.Deadline moved, int day) {
        deadlinePassed &= moved.deadline() == terms.deadline();
        terms.goals()
                .forEach(goal -> course.change(goal.id(), points -> goal.moved(points, moved.from(), moved.shift())));
        terms = terms.moved(moved.deadline(), moved.from(), moved.shift());
        if (pausedOn.isPresent()) {
            pausedOn = OptionalInt.empty();
            checkIns.resume(day, moved.shift());
        } else {
            extended = true;
            goals().forEach(goal -> course.change(
                    goal.terms().id(), points -> goal.continued(points, started.orElseThrow(), day, moved.deadline())));
        }
    }

    private void checkIn(int day, PlanEvent.Type type) {
        if (type == PlanEvent.Type.CHECK_IN_HELD) {
            checkIns.held(day);
        } else {
            checkIns.missed(day);
        }
    }

    private void done(Detail.Done done, PlanEvent event) {
        if (event.type() == PlanEvent.Type.ACTION_COMPLETED) {
            actions.done(done.action(), done.day(), event.cause().command().isEmpty());
        } else {
            actions.reopen(done.action());
        }
    }

    private void reach(Detail.Reached goal, PlanEvent.Type type) {
        if (type == PlanEvent.Type.GOAL_REACHED) {
            course.reached(goal.goal(), goal.day());
        } else {
            course.unreached(goal.goal());
        }
    }

    private void end(Detail.End how, PlanEvent event) {
        end = Optional.of(how);
        if (event.type() == PlanEvent.Type.DEADLINE_PASSED) {
            deadlinePassed = true;
        } else {
            endedOn = OptionalInt.of(event.stamp().day());
        }
    }

    private void none(PlanEvent event) {
        switch (event.type()) {
            case PAUSED -> pausedOn = OptionalInt.of(event.stamp().day());
            case CANCELLED -> endedOn = OptionalInt.of(event.stamp().day());
            case GROUND_WITHDRAWN -> groundWithdrawn = true;
            default -> {}
        }
    }

    public Status status() {
        return status;
    }

    /** All that has happened, in order. */
    public List<PlanEvent> events() {
        return Collections.unmodifiableList(events);
    }

    public PlanTerms terms() {
        return terms;
    }

    /** The goals with their numbers, in the order of the terms. */
    List<Goal> goals() {
        return terms.goals().stream()
                .map(goal -> Goal.of(goal, baseline(goal.id())))
                .toList();
    }

    private Baseline baseline(String goal) {
        Baseline baseline = baselines.get(goal);
        if (baseline == null) {
            throw new IllegalStateException("the goal " + goal + " has no baseline");
        }
        return baseline;
    }

    /** The milestones of a goal that has begun. */
    List<Point> milestones(String goal) {
        return course.milestones(goal);
    }

    /** Whether each milestone that is over was met, by the day it was due. */
    SortedMap<Integer, Boolean> passed(String goal) {
        return course.passed(goal);
    }

    /** The day on which the terms were agreed on, last. */
    public int agreedOn() {
        return agreedOn;
    }

    /** Roughly, how many characters its events have. */
    int weight() {
        return weight;
    }

    /** The first day. */
    public OptionalInt started() {
        return started;
    }

    public OptionalInt pausedOn() {
        return pausedOn;
    }

    /** When it was completed or cancelled. */
    public OptionalInt endedOn() {
        return endedOn;
    }

    public boolean isExtended() {
        return extended;
    }

    /** Whether an evaluation has found that the deadline is over, and nobody has moved it since. */
    boolean isDeadlinePassed() {
        return deadlinePassed;
    }

    /** Whether the issue that it answers was withdrawn. */
    public boolean isGroundWithdrawn() {
        return groundWithdrawn;
    }

    /** What was suggested, and, of a completed plan, decided. */
    public Optional<Detail.End> end() {
        return end;
    }

    /** Whether it ended with an outcome that a person decided. */
    boolean isCompleted() {
        return status == Status.COMPLETED || status == Status.REINFORCEMENT || status == Status.CLOSED;
    }

    /** The day on which a goal was reached. */
    OptionalInt reached(String goal) {
        return course.reached(goal);
    }

    /** The pace that lasts; on track until an evaluation says otherwise. */
    Pace pace(String goal) {
        return course.pace(goal);
    }

    /** The day on which an action was done. */
    public OptionalInt done(String action) {
        return actions.done(action);
    }

    /** Whether an activity in the CRM has completed it, not a command. */
    boolean isDoneByActivity(String action) {
        return actions.isByActivity(action);
    }

    /** From which day on activities count for an action: that on which it was agreed on, but not before the plan began. */
    int countsFrom(String action) {
        return Math.max(started.orElseThrow(), actions.added(action));
    }

    Optional<ActionTerms> action(String id) {
        return terms.actions().stream().filter(action -> action.id().equals(id)).findFirst();
    }

    /** Whether what an evaluation of a day has seen of a goal is of what it measures now. */
    boolean isSeen(String goal, int day) {
        return course.isSeen(goal, day);
    }

    /** The days of check-ins that were held. */
    SortedSet<Integer> checkInsHeld() {
        return checkIns.held();
    }

    SortedSet<Integer> checkInsMissed() {
        return checkIns.missed();
    }

    /** The first check-in that is due after a day, by the rhythm. */
    OptionalInt checkInAfter(int day) {
        return checkIns.after(day, terms.checkInEvery(), terms.deadline());
    }

    /** Whether a check-in is due on a day, and none was held since the one before was due. */
    boolean lacksCheckIn(int day) {
        return checkInAfter(day - 1).equals(OptionalInt.of(day)) && !checkIns.isHeld(day, terms.checkInEvery());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Plan plan && events.equals(plan.events);
    }

    @Override
    public int hashCode() {
        return events.hashCode();
    }

    @Override
    public String toString() {
        return status.id() + " after " + events.size() + " events";
    }
}
