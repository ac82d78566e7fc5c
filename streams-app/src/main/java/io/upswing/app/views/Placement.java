package io.upswing.app.views;

import io.upswing.core.evaluation.Assignment;
import io.upswing.core.rep.Timeline;
import java.util.Optional;

/** The units that a rep is in on some day. */
public record Placement(Optional<String> team, Optional<String> region) {
    /** In none. */
    public static final Placement NONE = new Placement(Optional.empty(), Optional.empty());

    static Placement on(Timeline timeline, int day) {
        return timeline.on(day)
                .map(assignment -> new Placement(assignment.team(), assignment.region()))
                .orElse(NONE);
    }

    static Optional<String> unit(Assignment assignment, SubjectLevel level) {
        return switch (level) {
            case REP -> Optional.empty();
            case TEAM -> assignment.team();
            case REGION -> assignment.region();
            case COMPANY -> Optional.of(Subject.COMPANY_ID);
        };
    }
}
