package io.upswing.core.plans;

import io.upswing.core.kpi.Measure;
import java.util.Optional;

/** Which actions a CRM's activity completes. */
final class Matching {
    private Matching() {}

    static Optional<Measure> of(PlanTerms.Kind kind) {
        return switch (kind) {
            case TRAINING -> Optional.of(Measure.TRAININGS);
            case COACHING -> Optional.of(Measure.COACHINGS);
            case CALL_REVIEW, RESOURCE, SHADOWING, OTHER -> Optional.empty();
        };
    }
}
