package io.upswing.app.views;

import io.upswing.schemas.PlanTerms;
import java.util.List;
import java.util.Optional;

/**
 * An issue or a plan with its history.
 *
 * @param events what happened to it, in order: of a rule, to the issue that there is or was last
 * @param terms  of a plan: what is agreed on, as it stands
 */
public record CaseFile<C, E>(CaseRow<C> row, List<E> events, Optional<PlanTerms> terms) {
    public CaseFile {
        events = List.copyOf(events);
    }
}
