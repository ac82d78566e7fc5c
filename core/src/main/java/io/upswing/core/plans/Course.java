package io.upswing.core.plans;

import io.upswing.core.plans.PlanTerms.Point;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** How a plan's goals have gone since it began. */
final class Course {
    private final SortedMap<String, List<Point>> milestones;
    private final SortedMap<String, Integer> reached;
    private final SortedMap<String, SortedMap<Integer, Boolean>> passed;
    private final SortedMap<String, Pace> paces;
    /** From which day on what an evaluation has seen of a goal is of what it measures now. */
    private final SortedMap<String, Integer> measuredFrom;

    Course() {
        milestones = new TreeMap<>();
        reached = new TreeMap<>();
        passed = new TreeMap<>();
        paces = new TreeMap<>();
        measuredFrom = new TreeMap<>();
    }

    private Course(Course other) {
        milestones = new TreeMap<>(other.milestones);
        reached = new TreeMap<>(other.reached);
        passed = new TreeMap<>(other.passed);
        passed.replaceAll((goal, days) -> new TreeMap<>(days));
        paces = new TreeMap<>(other.paces);
        measuredFrom = new TreeMap<>(other.measuredFrom);
    }

    Course copy() {
        return new Course(this);
    }

    void begin(SortedMap<String, List<Point>> points) {
        milestones.putAll(points);
    }

    /** Of goals that are given up nothing is known any more. */
    void retain(Set<String> goals) {
        List.of(milestones, reached, passed, paces)
                .forEach(known -> known.keySet().retainAll(goals));
    }

    /**
     * What is over stays as it was, as far as the goal measures the same, and asks for the same.
     *
     * @param before the goal of that name that measured the same
     * @param day    on which it is revised
     * @param ahead  the milestones by the new terms
     */
    void revise(Goal goal, Optional<Goal> before, int day, List<Point> ahead) {
        String name = goal.terms().id();
        if (before.isEmpty()) {
            List.of(milestones, passed, paces).forEach(known -> known.remove(name));
            measuredFrom.put(name, day);
        }
        if (before.isEmpty() || before.get().target().compareTo(goal.target()) != 0) {
            reached.remove(name);
        }
        Stream<Point> over = milestones(name).stream().filter(point -> point.day() < day);
        milestones.put(
                name,
                Stream.concat(over, ahead.stream().filter(point -> point.day() >= day))
                        .toList());
    }

    /** What is due of a goal changes. */
    void change(String goal, UnaryOperator<List<Point>> how) {
        milestones.put(goal, how.apply(milestones(goal)));
    }

    void reached(String goal, int day) {
        reached.put(goal, day);
    }

    void unreached(String goal) {
        reached.remove(goal);
    }

    void passed(String goal, int due, boolean met) {
        passed.computeIfAbsent(goal, name -> new TreeMap<>()).put(due, met);
    }

    void pace(String goal, Pace pace) {
        paces.put(goal, pace);
    }

    List<Point> milestones(String goal) {
        return milestones.getOrDefault(goal, List.of());
    }

    SortedMap<Integer, Boolean> passed(String goal) {
        return Collections.unmodifiableSortedMap(passed.getOrDefault(goal, new TreeMap<>()));
    }

    OptionalInt reached(String goal) {
        Integer day = reached.get(goal);
        return day == null ? OptionalInt.empty() : OptionalInt.of(day);
    }

    Pace pace(String goal) {
        return paces.getOrDefault(goal, Pace.ON_TRACK);
    }

    boolean isSeen(String goal, int day) {
        return day >= measuredFrom.getOrDefault(goal, Integer.MIN_VALUE);
    }
}
