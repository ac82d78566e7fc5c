package io.upswing.app.views;

import java.util.List;

/** All instances, and which holds what. */
public interface Instances {
    /**
     * The instance that runs the task of a subject.
     *
     * @throws UnavailableException while that is being decided
     */
    Instance holding(Subject subject);

    /**
     * All instances that are known, this one included.
     *
     * @throws UnavailableException while that is being decided
     */
    List<Instance> all();
}
