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

    /** Of one rule; {@link Track#NEW} where nothing has been seen. */
    Track track(String rep, String rule);

    void put(String rep, String rule, Track track);

    /** By id, ascending. */
    SortedMap<String, File> plans(String rep);

    /** Of one plan; {@link File#NONE} where there is none. */
    File plan(String rep, String id);

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
        /** Of a plan that there is not. */
        public static final File NONE = new File(List.of(), PlanWatch.NEW);

        public File {
            events = List.copyOf(events);
        }
    }
}
