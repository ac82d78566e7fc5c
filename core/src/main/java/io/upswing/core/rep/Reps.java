package io.upswing.core.rep;

import java.util.List;

/** The reps of a task. */
public interface Reps {
    /** {@link Rep#UNKNOWN} where nothing is known. */
    Rep get(String id);

    void put(String id, Rep rep);

    /** All reps, ascending. */
    List<String> ids();
}
