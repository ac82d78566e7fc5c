package io.upswing.app.views;

import java.util.List;

/**
 * An issue or a plan with its history.
 *
 * @param events what happened to it, in order: of a rule, to the issue that there is or was last
 */
public record CaseFile<C, E>(CaseRow<C> row, List<E> events) {
    public CaseFile {
        events = List.copyOf(events);
    }
}
