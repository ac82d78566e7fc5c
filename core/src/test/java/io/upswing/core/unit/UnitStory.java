package io.upswing.core.unit;

import io.upswing.core.kpi.CloseListener;
import io.upswing.core.kpi.HeapChanges;
import io.upswing.core.kpi.HeapClosedSums;
import io.upswing.core.kpi.HeapOutbox;
import io.upswing.core.kpi.HeapPanes;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.OrgUnit;
import io.upswing.core.kpi.Retention;
import io.upswing.core.kpi.Snapshot;
import io.upswing.core.kpi.Sums;
import io.upswing.core.kpi.Window;
import io.upswing.core.kpi.Window.Rolling;
import io.upswing.core.kpi.WindowSettings;
import io.upswing.core.time.Days;
import io.upswing.core.time.HeapGateStore;
import io.upswing.core.time.WorkingCalendar;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A unit stage that hears two partitions of the rep stage. Days are days of March 2026; what comes is for team X. */
final class UnitStory implements UnitOutput {
    static final OrgUnit X = OrgUnit.parse("team:X");
    private static final int PARTITIONS = 2;

    private final UnitStores stores = new UnitStores(
            new HeapGateStore<>(),
            new HeapPanes(),
            new HeapChanges(),
            new HeapClosedSums(),
            new HeapPanes(),
            new HeapOutbox());
    private UnitStage stage = stage();

    /** Panes and days as told to the rep stage, as text: at the close of a day, of a day. */
    final List<String> told = new ArrayList<>();
    /** What was sent by the last {@link #emit}: the window of 7 days. */
    final Map<String, Sums> sent = new TreeMap<>();

    private UnitStage stage() {
        List<Window> windows = List.of(new Rolling(7));
        return new UnitStage(
                stores,
                this,
                CloseListener.NONE,
                new WindowSettings(windows, new Retention(Period.ofDays(100)), WorkingCalendar.PLAIN));
    }

    private static int march(int day) {
        return Days.of("2026-03-01") + day - 1;
    }

    private static String text(int epochDay) {
        return epochDay == Days.BEFORE_ALL ? "before" : Integer.toString(epochDay - march(1) + 1);
    }

    /** Both partitions have closed the days before. */
    UnitStory on(int day) {
        return says(0, day - 1).says(1, day - 1);
    }

    UnitStory says(int partition, int day) {
        stage.watermark(partition, march(day), PARTITIONS);
        return this;
    }

    UnitStory revenue(int day, long amount, int k) {
        stage.sum(
                X,
                march(day),
                march(k),
                new Sums.Builder().add(Measure.REVENUE, amount).build());
        return this;
    }

    UnitStory opened(int day, long deals, int k) {
        stage.sum(
                X,
                march(day),
                march(k),
                new Sums.Builder().add(Measure.OPEN_DEALS, deals).build());
        return this;
    }

    UnitStory history(int day, long amount) {
        stage.sum(
                X,
                march(day),
                Days.BEFORE_ALL,
                new Sums.Builder().add(Measure.REVENUE, amount).build());
        return this;
    }

    UnitStory restart() {
        stage = stage();
        return this;
    }

    UnitStory emit() {
        sent.clear();
        stage.emit();
        return this;
    }

    int openDay() {
        return stage.gate().openDay() - march(1) + 1;
    }

    @Override
    public void unitDay(OrgUnit unit, int closedDay, int day, Sums sums) {
        told.add(text(closedDay) + "/" + text(day) + " " + sums);
    }

    @Override
    public void dayClosed(int day) {
        told.add(text(day) + " closed");
    }

    @Override
    public void current(Snapshot snapshot) {
        sent.put(snapshot.subject(), snapshot.sums().getFirst());
    }
}
