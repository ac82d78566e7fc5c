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
import java.util.TreeSet;

/** A plan as its events leave it: made from them, and changed by nothing else. */
public final class Plan {
    private final List<PlanEvent> events = new ArrayList<>();
    private Status status = Status.NONE;
    private PlanTerms terms = new PlanTerms(Optional.empty(), List.of(), List.of(), 0, 0);
    private final SortedMap<String, Baseline> baselines = new TreeMap<>();
    private final SortedMap<String, List<Point>> milestones = new TreeMap<>();
    private final SortedMap<String, Integer> actionsDone = new TreeMap<>();
    private final SortedSet<String> doneByActivity = new TreeSet<>();
    private final SortedMap<String, Integer> reached = new TreeMap<>();
    private final SortedMap<String, SortedMap<Integer, Boolean>> passed = new TreeMap<>();
    private final SortedMap<String, Pace> paces = new TreeMap<>();
    private final SortedSet<Integer> checkInsHeld = new TreeSet<>();
    private final SortedSet<Integer> checkInsMissed = new TreeSet<>();
    private OptionalInt started = OptionalInt.empty();
    private OptionalInt pausedOn = OptionalInt.empty();
    private OptionalInt endedOn = OptionalInt.empty();
    private OptionalInt rhythmFrom = OptionalInt.empty();
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

    private Plan() {}

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

    private void apply(PlanEvent event) {
        status = Transition.of(status, event.type())
                .orElseThrow(() ->
                        new IllegalStateException("a plan that is " + status.id() + " can't have " + event.type()))
                .to();
        events.add(event);
        switch (event.detail()) {
            case Detail.Terms agreed -> agree(agreed, event.type());
            case Detail.Start start -> start(start);
            case Detail.Deadline moved -> move(moved);
            case Detail.Added added -> terms = terms.plus(added.action());
            case Detail.Done done -> done(done, event);
            case Detail.CheckIn checkIn ->
                (event.type() == PlanEvent.Type.CHECK_IN_HELD ? checkInsHeld : checkInsMissed).add(checkIn.day());
            case Detail.Reached goal -> reach(goal, event.type());
            case Detail.Milestone milestone ->
                passed.computeIfAbsent(milestone.goal(), goal -> new TreeMap<>())
                        .put(milestone.due(), event.type() == PlanEvent.Type.MILESTONE_MET);
            case Detail.Paced pace -> paces.put(pace.goal(), pace.after());
            case Detail.End how -> end(how, event);
            case Detail.Corrected ignored -> {}
            case Detail.None ignored -> none(event);
        }
    }

    private void agree(Detail.Terms agreed, PlanEvent.Type type) {
        terms = agreed.terms();
        baselines.clear();
        baselines.putAll(agreed.baselines());
        if (type == PlanEvent.Type.REVISED) {
            goals().forEach(goal ->
                    milestones.put(goal.terms().id(), goal.milestones(started.orElseThrow(), terms.deadline())));
            milestones.keySet().retainAll(baselines.keySet());
            reached.keySet().retainAll(baselines.keySet());
            passed.keySet().retainAll(baselines.keySet());
            paces.keySet().retainAll(baselines.keySet());
            deadlinePassed = false;
        }
    }

    private void start(Detail.Start start) {
        started = OptionalInt.of(start.day());
        rhythmFrom = started;
        milestones.putAll(start.milestones());
    }

    private void move(Detail.Deadline moved) {
        terms = terms.moved(moved.deadline(), moved.from(), moved.shift());
        milestones.replaceAll((goal, points) -> points.stream()
                .map(point -> point.moved(moved.from(), moved.shift()))
                .toList());
        deadlinePassed = false;
        if (pausedOn.isPresent()) {
            pausedOn = OptionalInt.empty();
            rhythmFrom = OptionalInt.of(rhythmFrom.orElseThrow() + moved.shift());
        } else {
            extended = true;
        }
    }

    private void done(Detail.Done done, PlanEvent event) {
        if (event.type() == PlanEvent.Type.ACTION_COMPLETED) {
            actionsDone.put(done.action(), done.day());
            if (event.cause().command().isEmpty()) {
                doneByActivity.add(done.action());
            }
        } else {
            actionsDone.remove(done.action());
            doneByActivity.remove(done.action());
        }
    }

    private void reach(Detail.Reached goal, PlanEvent.Type type) {
        if (type == PlanEvent.Type.GOAL_REACHED) {
            reached.put(goal.goal(), goal.day());
        } else {
            reached.remove(goal.goal());
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
        return milestones.getOrDefault(goal, List.of());
    }

    /** Whether each milestone that is over was met, by the day it was due. */
    SortedMap<Integer, Boolean> passed(String goal) {
        return Collections.unmodifiableSortedMap(passed.getOrDefault(goal, new TreeMap<>()));
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

    /** The day on which a goal was reached. */
    OptionalInt reached(String goal) {
        Integer day = reached.get(goal);
        return day == null ? OptionalInt.empty() : OptionalInt.of(day);
    }

    /** The pace that lasts; on track until an evaluation says otherwise. */
    Pace pace(String goal) {
        return paces.getOrDefault(goal, Pace.ON_TRACK);
    }

    /** The day on which an action was done. */
    public OptionalInt done(String action) {
        Integer day = actionsDone.get(action);
        return day == null ? OptionalInt.empty() : OptionalInt.of(day);
    }

    /** Whether an activity in the CRM has completed it, not a command. */
    boolean isDoneByActivity(String action) {
        return doneByActivity.contains(action);
    }

    Optional<ActionTerms> action(String id) {
        return terms.actions().stream().filter(action -> action.id().equals(id)).findFirst();
    }

    /** The days of check-ins that were held. */
    SortedSet<Integer> checkInsHeld() {
        return Collections.unmodifiableSortedSet(checkInsHeld);
    }

    SortedSet<Integer> checkInsMissed() {
        return Collections.unmodifiableSortedSet(checkInsMissed);
    }

    /** The first check-in that is due after a day, by the rhythm. */
    OptionalInt checkInAfter(int day) {
        if (terms.checkInEvery() == 0 || rhythmFrom.isEmpty()) {
            return OptionalInt.empty();
        }
        int passedBy = Math.max(0, Math.floorDiv(day - rhythmFrom.getAsInt(), terms.checkInEvery()));
        int next = rhythmFrom.getAsInt() + (passedBy + 1) * terms.checkInEvery();
        return next > terms.deadline() ? OptionalInt.empty() : OptionalInt.of(next);
    }

    /** Whether a check-in is due on a day. */
    boolean isCheckInDue(int day) {
        OptionalInt due = checkInAfter(day - 1);
        return due.isPresent() && due.getAsInt() == day;
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
