package io.upswing.core.plans;

import io.upswing.core.plans.PlanTerms.ActionTerms;
import io.upswing.core.plans.PlanTerms.Point;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an event of a plan tells beyond its type. Values are in the KPI's unit; money in minor units. */
public sealed interface Detail {
    /** Nothing more. */
    record None() implements Detail {}

    /**
     * What was agreed on.
     *
     * @param baselines by goal
     */
    record Terms(PlanTerms terms, SortedMap<String, Baseline> baselines) implements Detail {
        public Terms {
            baselines = Collections.unmodifiableSortedMap(new TreeMap<>(baselines));
        }
    }

    /**
     * When it began, and the milestones on the way.
     *
     * @param milestones by goal
     */
    record Start(int day, SortedMap<String, List<Point>> milestones) implements Detail {
        public Start {
            milestones = Collections.unmodifiableSortedMap(new TreeMap<>(milestones));
        }
    }

    /**
     * A deadline that was moved.
     *
     * @param from  from which day on what is due is due later
     * @param shift by how many days
     */
    record Deadline(int deadline, int from, int shift) implements Detail {}

    /** An action that was added. */
    record Added(ActionTerms action) implements Detail {}

    /**
     * An action that was done, or, after a correction, was not.
     *
     * @param day on which the CRM says so, or the command
     */
    record Done(String action, int day) implements Detail {}

    /** A check-in: held on a day, or due on it and not held. */
    record CheckIn(int day) implements Detail {}

    /** A goal at a value. */
    record Reached(String goal, int day, double value, double target) implements Detail {}

    /** A milestone on its day, or before. */
    record Milestone(String goal, int due, double value, double target) implements Detail {}

    /**
     * What a correction made of a figure.
     *
     * @param day      of which it is
     * @param entities whose correction it was
     */
    record Corrected(String goal, int day, double before, double after, List<String> entities) implements Detail {
        public Corrected {
            entities = List.copyOf(entities);
        }
    }

    /** A pace that lasts. */
    record Paced(String goal, Pace before, Pace after) implements Detail {}

    /**
     * How it ends.
     *
     * @param decided     by a person; where nobody has yet, what is suggested
     * @param attainments by goal: the share of the way from baseline to target
     */
    record End(Outcome decided, Outcome suggested, SortedMap<String, Double> attainments) implements Detail {
        public End {
            attainments = Collections.unmodifiableSortedMap(new TreeMap<>(attainments));
        }
    }
}
