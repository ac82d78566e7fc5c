package io.upswing.core.rep;

import io.upswing.core.issues.Track;
import io.upswing.core.plans.PlanEvent;
import io.upswing.core.plans.PlanWatch;
import java.util.List;
import java.util.SortedMap;

/** Issues and plans of the reps of a task. */
public interface Cases {
    /** By rule, ascending. */
    SortedMap<String, Track> tracks(String rep);

    void put(String rep, String rule, Track track);

    /** By id, ascending. */
    SortedMap<String, File> plans(String rep);

    void put(String rep, String plan, File file);

    /** How many events a rep has had on a day; of an earlier day than the last with any, nothing is known any more. */
    int count(String rep, int day);

    void count(String rep, int day, int events);

    /**
     * What is kept of a plan.
     *
     * @param events from which the plan is made
     */
    record File(List<PlanEvent> events, PlanWatch watch) {
        public File {
            events = List.copyOf(events);
        }
    }
}
