package io.upswing.core.issues;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.evaluation.Correction;
import io.upswing.core.evaluation.KnownDay;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.Sums;
import io.upswing.core.time.Days;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whose correction may have moved what a form has read from 13 to 20 March. */
class MovedByTest {
    private static final int FROM = Days.of("2026-03-13");
    private static final int TO = Days.of("2026-03-20");

    private final KnownDay known = new KnownDay(TO).keptFrom(Days.of("2024-03-01"));

    private boolean isMoved(Form form, String day, Measure measure) {
        TreeMap<Integer, Sums> days = new TreeMap<>();
        days.put(Days.of(day), new Sums.Builder().add(measure, 1).build());
        return form.isMovedBy(new Correction("deal:D", days), known, FROM, TO);
    }

    @Test
    void silenceIsMovedByActivitiesFromTheLastOneOn() {
        known.add("2026-03-10", Measure.ACTIVITIES, 1);
        NoActivity form = new NoActivity(5);

        assertThat(isMoved(form, "2026-03-09", Measure.ACTIVITIES)).isFalse();
        assertThat(isMoved(form, "2026-03-10", Measure.ACTIVITIES)).isTrue();
        assertThat(isMoved(form, "2026-03-15", Measure.ACTIVITIES)).isTrue();
        assertThat(isMoved(form, "2026-03-15", Measure.REVENUE)).isFalse();
    }

    @Test
    void theQuotasPaceIsMovedByWonDealsOfItsBaselineAndByItsQuota() {
        known.won(Days.of("2025-06-01"), 500);
        QuotaPace form = new QuotaPace(Span.MONTH, 0.9, 0.95, 0.8, 90, 10);

        assertThat(isMoved(form, "2025-07-01", Measure.REVENUE)).isTrue();
        assertThat(isMoved(form, "2025-01-01", Measure.REVENUE)).isFalse();
        assertThat(isMoved(form, "2025-07-01", Measure.DEALS_LOST)).isFalse();
        assertThat(isMoved(form, "2026-03-01", Measure.QUOTA_MONTH)).isTrue();
        assertThat(isMoved(form, "2026-03-01", Measure.QUOTA_QUARTER)).isFalse();
    }

    @Test
    void theQuotasPaceIsMovedByTheFirstDayWithData() {
        known.won(Days.of("2025-06-01"), 500);
        QuotaPace form = new QuotaPace(Span.MONTH, 0.9, 0.95, 0.8, 90, 10);

        assertThat(isMoved(form, "2025-06-01", Measure.CALLS)).isTrue();
        assertThat(isMoved(form, "2025-06-02", Measure.CALLS)).isFalse();
    }

    @Test
    void staleDealsAreMovedByOpenDealsOfAnyAge() {
        StaleDeals form = new StaleDeals(5, 0.3, 0.2);

        assertThat(isMoved(form, "2024-06-01", Measure.OPEN_DEALS)).isTrue();
        assertThat(isMoved(form, "2026-03-14", Measure.STALE_DEALS)).isTrue();
        assertThat(isMoved(form, "2026-03-14", Measure.REVENUE)).isFalse();
    }
}
