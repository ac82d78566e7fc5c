package io.upswing.core.rep;

import io.upswing.core.evaluation.Correction;
import io.upswing.core.kpi.Sums;
import java.util.List;

/** What was recorded of earlier days, by recorded date k, rep and entity, until k is evaluated. */
public interface Corrections {
    /** Adds to what an entity has changed. Sums that come to zero are not kept. */
    void add(int k, String rep, String entity, int day, Sums sums);

    /** Of one rep, by entity. */
    List<Correction> recordedOn(int k, String rep);

    /** Removes what was recorded up to k. */
    void forget(int k);
}
