package io.upswing.app.views;

import io.upswing.app.topology.Tasks;
import io.upswing.app.topology.Tasks.Progress;
import io.upswing.core.entity.Quality;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;

/** An instance of the app, which answers for the tasks that it runs and asks no other. Throws as {@link KpiQueries} does. */
public interface Instance {
    /** Where it is, for people. */
    String address();

    /** What its tasks know of a level. */
    List<Part> parts(SubjectLevel level, OptionalInt day);

    /** One subject of a task that it should run; empty if the task does not know it. */
    Optional<SubjectKpis> kpis(Subject subject, OptionalInt day);

    /** The panes of one subject of a task that it should run; empty if the task does not know it. */
    Optional<SubjectPanes> panes(Subject subject);

    /** The next entities of each task that it runs. */
    SortedMap<Tasks.Id, List<EntityRow>> entities(EntityQuestion question);

    /** How far its tasks are. */
    List<Progress> progress();

    /** What each of its tasks counts for data quality. */
    SortedMap<Tasks.Id, SortedMap<Quality.Key, Long>> quality();

    /** What it knows of issues and plans. */
    InstanceCases cases();
}
