package io.upswing.app.views;

import io.upswing.core.kpi.Buckets;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.Sums;

/** What happens to deals, as sums. */
public final class Facts {
    private Facts() {}

    public static Sums created() {
        return new Sums.Builder()
                .add(Measure.DEALS_CREATED, 1)
                .add(Measure.OPEN_DEALS, 1)
                .build();
    }

    /** A deal of which only the close is known. */
    public static Sums won(long minor, int cycleDays) {
        return new Sums.Builder()
                .add(Measure.DEALS_WON, 1)
                .add(Measure.REVENUE, minor)
                .add(Measure.WON_WITH_AMOUNT, 1)
                .add(Measure.CYCLE_DAYS, cycleDays)
                .add(Measure.CYCLE_HISTOGRAM.key(Buckets.of(cycleDays)), 1)
                .add(Measure.OPEN_DEALS, -1)
                .build();
    }

    public static Sums lost() {
        return new Sums.Builder()
                .add(Measure.DEALS_LOST, 1)
                .add(Measure.OPEN_DEALS, -1)
                .build();
    }
}
