package io.upswing.app.views;

import io.upswing.core.entity.Quality;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;

/**
 * What can be asked. All is as known now: a correction changes the past days that it is about. What is seen may not be
 * committed yet, so that after a crash it may go back for a moment.
 *
 * <p>All throw {@link UnavailableException} where that is not for long.
 */
public interface KpiQueries {
    /**
     * All subjects of a level that are or were known, those for whom nothing happened included.
     *
     * @param day the open day of each subject's task if empty
     * @throws DayOutOfReachException if the day can't be asked for
     */
    Listing all(SubjectLevel level, OptionalInt day);

    /**
     * One subject, or empty if nobody is known by that id.
     *
     * @param day the open day if empty
     * @throws DayOutOfReachException if the day can't be asked for
     */
    Optional<SubjectKpis> one(Subject subject, OptionalInt day);

    /** The panes of one subject, or empty if nobody is known by that id. */
    Optional<SubjectPanes> panes(Subject subject);

    /** How far the stages are, as far as can be told. */
    DayReport days();

    /** The next entities, as merged, in the order of {@link io.upswing.core.entity.Entities#ORDER}. */
    List<EntityRow> entities(EntityQuestion question);

    /** What is odd or missing, by source, in all. */
    SortedMap<Quality.Key, Long> quality();
}
