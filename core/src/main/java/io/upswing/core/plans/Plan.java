package io.upswing.core.plans;

import io.upswing.core.plans.PlanTerms.ActionTerms;
import io.upswing.core.plans.PlanTerms.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    /** From which day on what an evaluation has seen of a goal is of what it measures now. */
    private final SortedMap<String, Integer> measuredFrom = new TreeMap<>();

    private final CheckIns checkIns = new CheckIns();
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
            case Detail.Terms agreed -> agree(agreed, event);
            case Detail.Start start -> start(start);
            case Detail.Deadline moved -> move(moved, event.stamp().day());
            case Detail.Added added -> terms = terms.plus(added.action());
            case Detail.Done done -> done(done, event);
            case Detail.CheckIn checkIn -> checkIn(checkIn.day(), event.type());
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

    private void agree(Detail.Terms agreed, PlanEvent event) {
        List<Goal> before = goals();
        terms = agreed.terms();
        baselines.clear();
        baselines.putAll(agreed.baselines());
        Set<String> actions = terms.actions().stream().map(ActionTerms::id).collect(Collectors.toSet());
        actionsDone.keySet().retainAll(actions);
        doneByActivity.retainAll(actions);
        if (event.type() == PlanEvent.Type.REVISED) {
            List.of(milestones, reached, passed, paces)
                    .forEach(known -> known.keySet().retainAll(baselines.keySet()));
            goals().forEach(goal -> revise(goal, before, event.stamp().day()));
            deadlinePassed = false;
        }
    }

    /** What is over stays as it was, as far as the goal measures the same, and asks for the same. */
    private void revise(Goal goal, List<Goal> before, int day) {
        String name = goal.terms().id();
        Optional<Goal> same =
                before.stream().filter(old -> old.measures(goal.terms())).findFirst();
        if (same.isEmpty()) {
            List.of(milestones, passed, paces).forEach(known -> known.remove(name));
            measuredFrom.put(name, day);
        }
        if (same.isEmpty() || same.get().target().compareTo(goal.target()) != 0) {
            reached.remove(name);
        }
        Stream<Point> over = milestones(name).stream().filter(point -> point.day() < day);
        Stream<Point> ahead = goal.milestones(started.orElseThrow(), terms.deadline()).stream()
                .filter(point -> point.day() >= day);
        milestones.put(name, Stream.concat(over, ahead).toList());
    }

    private void start(Detail.Start start) {
        started = OptionalInt.of(start.day());
        checkIns.start(start.day());
        milestones.putAll(start.milestones());
    }

    private void move(Detail.Deadline moved, int day) {
        deadlinePassed &= moved.deadline() == terms.deadline();
        terms = terms.moved(moved.deadline(), moved.from(), moved.shift());
        milestones.replaceAll((goal, points) -> points.stream()
                .map(point -> point.moved(moved.from(), moved.shift()))
                .toList());
        if (pausedOn.isPresent()) {
            pausedOn = OptionalInt.empty();
            checkIns.resume(day, moved.shift());
        } else {
            extended = true;
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

    /** Whether it ended with an outcome that a person decided. */
    boolean isCompleted() {
        return status == Status.COMPLETED || status == Status.REINFORCEMENT || status == Status.CLOSED;
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

    /** Whether what an evaluation of a day has seen of a goal is of what it measures now. */
    boolean isSeen(String goal, int day) {
        return day >= measuredFrom.getOrDefault(goal, Integer.MIN_VALUE);
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
