package io.upswing.cli.reconciling;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A KPI of a rep that is not what the export makes it.
 *
 * @param export   by the export; empty: no data
 * @param ours     as the app has it; empty: no data
 * @param entities the deals or activities that make the difference; none: nothing in the export explains it
 */
public record Difference(
        String rep,
        String name,
        String kpi,
        Optional<BigDecimal> export,
        Optional<BigDecimal> ours,
        List<String> entities) {
    /** Copies the list. */
    public Difference {
        entities = List.copyOf(entities);
    }
}
