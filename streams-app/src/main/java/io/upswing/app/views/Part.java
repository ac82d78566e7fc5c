package io.upswing.app.views;

import io.upswing.app.topology.Tasks;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one task knows of a level.
 *
 * @param firstDay the first day that was open
 * @param openDay  the day that is open
 * @param subjects of the level, if the task's stage has their panes
 * @param units    ids of the level in which the task's reps are or were: some may have no panes yet
 */
public record Part(Tasks.Id task, int firstDay, int openDay, List<SubjectKpis> subjects, SortedSet<String> units) {
    public Part {
        subjects = List.copyOf(subjects);
        units = new TreeSet<>(units);
    }
}
