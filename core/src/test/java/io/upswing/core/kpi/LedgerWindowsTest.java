package io.upswing.core.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.kpi.Window.Rolling;
import io.upswing.core.time.Days;
import io.upswing.core.time.WorkingCalendar;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerWindowsTest {
    private static final int MONDAY = Days.of("2026-03-02");
    private static final Sums WON = new Sums.Builder().add(Measure.DEALS_WON, 1).build();

    private final HeapPanes panes = new HeapPanes();
    private final HeapChanges changes = new HeapChanges();
    private final HeapClosedSums closed = new HeapClosedSums();

    @Test
    void afterTheWindowsAreConfiguredAnewTheyAreSummedUpFromThePanes() {
        Ledger before = ledger(new Rolling(7));
        before.add("ada", Days.BEFORE_ALL, MONDAY - 20, WON);
        before.openFirst(MONDAY);
        before.add("ada", MONDAY, MONDAY - 3, WON);
        before.add("ada", MONDAY, MONDAY, WON);

        Ledger after = ledger(new Rolling(2), new Rolling(30));
        after.resume(MONDAY, MONDAY - 1);
        after.adoptWindows();

        assertThat(after.windowSums("ada"))
                .extracting(sums -> sums.get(Measure.DEALS_WON))
                .containsExactly(1L, 3L);
    }

    @Test
    void aWindowThatBeginsOnTheOpenDayHasNothingOfClosedDays() {
        Ledger before = ledger(new Rolling(7));
        before.openFirst(MONDAY);
        before.add("ada", MONDAY, MONDAY - 1, WON);
        before.add("ada", MONDAY, MONDAY, WON);

        Ledger after = ledger(new Rolling(1));
        after.resume(MONDAY, MONDAY - 1);
        after.adoptWindows();

        assertThat(after.windowSums("ada"))
                .extracting(sums -> sums.get(Measure.DEALS_WON))
                .containsExactly(1L);
    }

    private Ledger ledger(Window... windows) {
        return new Ledger(
                panes, changes, closed, new WindowSettings(List.of(windows), Retention.DEFAULT, WorkingCalendar.PLAIN));
    }
}
