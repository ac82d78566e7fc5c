package io.upswing.app.views;

import java.util.List;

/**
 * All subjects of a level.
 *
 * @param subjects by id
 * @param firstDay the first day that was open in any of the tasks
 * @param openDay  the day that is open, or has been closed, in all of the tasks
 */
public record Listing(List<SubjectKpis> subjects, int firstDay, int openDay) {
    public Listing {
        subjects = List.copyOf(subjects);
    }
}
