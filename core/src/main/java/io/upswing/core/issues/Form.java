package io.upswing.core.issues;

import io.upswing.core.evaluation.Correction;
import io.upswing.core.evaluation.Evaluation;
import io.upswing.core.evaluation.Wording;
import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.Measure;
import java.util.Optional;

/** What a rule measures and compares. */
public sealed interface Form permits Limit, Change, QuotaPace, Coverage, NoActivity, StaleDeals {
    /** As in rules. */
    String id();

    /**
     * Reads a day's evidence.
     *
     * @param day D, or an earlier day, of which is read what is known of it at the close of D
     */
    Reading read(Evaluation evaluation, int day, Wording wording);

    /** The KPI that a plan would have as its goal; an open plan on it inhibits pages. */
    Optional<Kpi> kpi();

    /** Whether the KPI is made of a balance: of a period's quota only where the form is about that period. */
    default boolean shows(Measure balance) {
        return balance != Measure.QUOTA_MONTH && balance != Measure.QUOTA_QUARTER;
    }

    /** Whether what was learned of an entity may have moved the readings of the days from one to another. */
    default boolean isMovedBy(Correction correction, Evaluation evaluation, int from, int to) {
        return kpi().map(kpi -> correction.moves(kpi, looksFrom(evaluation, from), from, to))
                .orElse(true);
    }

    /** The first day that a reading of a day looks at; what is no longer kept is not judged again. */
    default int looksFrom(Evaluation evaluation, int day) {
        return day;
    }

    /** The period of the quota that it is about, if it is about one; its evidence begins with the period. */
    default Optional<Span> period() {
        return Optional.empty();
    }

    /**
     * Whether a day can be judged again later, with what has been learned since. Not where it is about what lay ahead on
     * that day.
     */
    default boolean looksBack() {
        return true;
    }
}
