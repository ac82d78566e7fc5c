package io.upswing.core.inprocess;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.entity.DealChange;
import io.upswing.core.entity.DealState;
import io.upswing.core.entity.DealState.Status;
import io.upswing.core.evaluation.Assignment;
import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.KpiValue;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.Snapshot;
import io.upswing.core.kpi.Sums;
import io.upswing.core.rep.OrgChange;
import io.upswing.core.source.SourceOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LateCorrectionTest {
    private static final int DAY = 18_290;

    private final Map<String, Snapshot> snapshots = new TreeMap<>();
    private final Map<String, Sums> panes = new TreeMap<>();
    private final Pipeline pipeline = new Pipeline(Setup.usual(30, true).settings(2), new InOrder(), new Observer() {
        @Override
        public Runnable sends(Snapshot snapshot) {
            return () -> snapshots.put(snapshot.subject(), snapshot);
        }

        @Override
        public Runnable sends(String rep, int day, Sums pane) {
            return () -> panes.put(rep + "@" + (day - DAY), pane);
        }
    });

    @Test
    void aCorrectionOfClosedDaysChangesTodaysWindowsAndThoseDaysPanesBeforeAnyFurtherWatermark() {
        pipeline.watermark(DAY - 1);
        Assignment inTeam = new Assignment(Optional.of("t1"), Optional.empty(), OptionalInt.empty(), List.of());
        pipeline.org(new OrgChange("ann", order(1), DAY - 50, Optional.of(inTeam)));
        pipeline.deal("deal", order(1), wonFor(500_00));
        for (int day = DAY; day < DAY + 3; day++) {
            pipeline.watermark(day);
        }
        pipeline.run();
        assertThat(revenue("ann", 0)).isEqualTo(500_00);
        snapshots.clear();
        panes.clear();

        pipeline.deal("deal", order(2), wonFor(300_00));
        pipeline.run();

        assertThat(snapshots).containsOnlyKeys("ann", "team:t1", "company");
        for (String subject : snapshots.keySet()) {
            assertThat(snapshots.get(subject)).extracting(Snapshot::day).isEqualTo(DAY + 3);
            for (int window = 0; window < 4; window++) {
                assertThat(revenue(subject, window)).as(subject).isEqualTo(300_00);
            }
        }
        assertThat(panes).containsOnlyKeys("ann@-10", "ann@0");
        assertThat(panes.get("ann@-10"))
                .extracting(pane -> pane.get(Measure.OPEN_AMOUNT))
                .isEqualTo(300_00L);
        assertThat(panes.get("ann@0"))
                .extracting(pane -> pane.get(Measure.REVENUE), pane -> pane.get(Measure.DEALS_WON))
                .containsExactly(300_00L, 1L);
    }

    private long revenue(String subject, int window) {
        Snapshot snapshot = snapshots.get(subject);
        return Optional.ofNullable(snapshot)
                .map(s -> s.value(window, Kpi.REVENUE))
                .map(KpiValue::numerator)
                .orElseThrow();
    }

    private static SourceOrder order(long version) {
        return new SourceOrder(version, version, "event");
    }

    private static DealChange wonFor(long amount) {
        return new DealChange.Whole(new DealState(
                Status.WON,
                Optional.empty(),
                OptionalLong.of(amount),
                Optional.empty(),
                OptionalInt.of(DAY - 10),
                OptionalInt.of(DAY),
                OptionalInt.empty(),
                Optional.of("ann"),
                List.of()));
    }
}
