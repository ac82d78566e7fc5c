package io.upswing.core.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upswing.core.kpi.Window.MonthToDate;
import io.upswing.core.kpi.Window.QuarterToDate;
import io.upswing.core.kpi.Window.Rolling;
import io.upswing.core.time.DayGate;
import io.upswing.core.time.Days;
import io.upswing.core.time.WorkingCalendar;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Revenue and open deals of one rep. The ledger starts with 1 February 2026 as the open day. */
class LedgerTest {
    private static final String ADA = "ada";
    private static final List<Window> WINDOWS =
            List.of(new Rolling(7), new Rolling(30), new MonthToDate(), new QuarterToDate(1));

    private final HeapPanes panes = new HeapPanes();
    private final HeapChanges changes = new HeapChanges();
    private final HeapClosedSums closed = new HeapClosedSums();
    private Ledger ledger = ledger();

    private Ledger ledger() {
        return new Ledger(
                panes,
                changes,
                closed,
                new WindowSettings(WINDOWS, new Retention(Period.ofDays(100)), WorkingCalendar.PLAIN));
    }

    private static int day(String monthAndDay) {
        return Days.of("2026-" + monthAndDay);
    }

    private static Sums revenue(long amount) {
        return new Sums.Builder().add(Measure.REVENUE, amount).build();
    }

    private static Sums opened(long deals) {
        return new Sums.Builder().add(Measure.OPEN_DEALS, deals).build();
    }

    private void start() {
        ledger.openFirst(day("02-01"));
    }

    /** Closes days until this one is open; evaluations lag behind. */
    private void open(String monthAndDay) {
        while (ledger.openDay() < day(monthAndDay)) {
            ledger.close();
            ledger.opened();
        }
    }

    private void fold(String upTo) {
        while (ledger.foldedDay() < day(upTo)) {
            ledger.fold();
        }
    }

    private void add(String monthAndDay, Sums sums) {
        ledger.add(ADA, ledger.openDay(), day(monthAndDay), sums);
    }

    private long live(Window window, Measure measure) {
        return ledger.windowSums(ADA).get(WINDOWS.indexOf(window)).get(measure);
    }

    private List<Long> live() {
        return ledger.windowSums(ADA).stream()
                .map(sums -> sums.get(Measure.REVENUE))
                .toList();
    }

    private List<Long> on(String monthAndDay) {
        return ledger.windowSumsOn(ADA, day(monthAndDay)).stream()
                .map(sums -> sums.get(Measure.REVENUE))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "7d, 02-25, 03-03",
        "30d, 02-25, 03-26",
        "mtd, 02-25, 02-28",
        "mtd, 03-01, 03-31",
        "qtd, 02-25, 03-31",
        "qtd, 04-01, 06-30"
    })
    void aWindowTakesADayInAndLetsItGoOnTheRightDay(String id, String date, String lastIn) {
        Window window = Window.parse(id, 1);
        start();
        open(date);
        assertThat(live(window, Measure.REVENUE)).isZero();

        add(date, revenue(5));
        assertThat(live(window, Measure.REVENUE)).isEqualTo(5);

        open(lastIn);
        assertThat(live(window, Measure.REVENUE)).isEqualTo(5);
        ledger.close();
        assertThat(live(window, Measure.REVENUE)).isZero();
    }

    @Test
    void aDayIsLetGoAlsoWhenItWasFoldedLongBefore() {
        start();
        add("02-01", revenue(5));
        open("02-07");
        fold("02-06");
        assertThat(live(WINDOWS.getFirst(), Measure.REVENUE)).isEqualTo(5);

        open("02-08");

        assertThat(live()).containsExactly(0L, 5L, 5L, 5L);
    }

    @Test
    void aCorrectionOfAClosedDayChangesTheWindowsThatCoverItAtOnce() {
        start();
        add("02-01", revenue(100));
        open("02-10");
        add("02-10", revenue(7));
        assertThat(live()).containsExactly(7L, 107L, 107L, 107L);

        add("02-01", revenue(-40));
        assertThat(live()).containsExactly(7L, 67L, 67L, 67L);
        add("02-09", revenue(3));
        assertThat(live()).containsExactly(10L, 70L, 70L, 70L);

        open("03-02");
        assertThat(live()).containsExactly(0L, 70L, 0L, 70L);
        ledger.close();
        assertThat(live()).containsExactly(0L, 10L, 0L, 70L);
    }

    @Test
    void aFutureDatedFactBecomesCurrentOnItsDay() {
        start();
        add("02-04", revenue(5));
        add("02-04", opened(1));

        open("02-03");
        assertThat(live()).containsExactly(0L, 0L, 0L, 0L);
        assertThat(live(new MonthToDate(), Measure.OPEN_DEALS)).isZero();

        open("02-04");
        assertThat(live()).containsExactly(5L, 5L, 5L, 5L);
        assertThat(live(new MonthToDate(), Measure.OPEN_DEALS)).isEqualTo(1);
    }

    @Test
    void whatIsRecordedAfterTheOpenDayWaitsForItsDay() {
        start();

        boolean live = ledger.add(ADA, day("02-03"), day("02-01"), revenue(5));

        assertThat(live).isFalse();
        open("02-02");
        assertThat(live()).containsExactly(0L, 0L, 0L, 0L);
        open("02-03");
        assertThat(live()).containsExactly(5L, 5L, 5L, 5L);
    }

    @Test
    void whatWaitsIsSummedUp() {
        start();
        ledger.add(ADA, day("02-03"), day("02-01"), revenue(5));
        ledger.add(ADA, day("02-03"), day("02-01"), revenue(-2));
        ledger.close();
        ledger.opened();
        ledger.close();

        List<Changes.Change> waited = ledger.opened();

        assertThat(waited).containsExactly(new Changes.Change(ADA, day("02-01"), revenue(3)));
    }

    @Test
    void panesAsFoldedHoldWhatWasRecordedUpToTheFoldedDayAndLiveOnesAlsoWhatCameLater() {
        start();
        add("02-01", revenue(5));
        open("02-02");
        add("02-01", revenue(4));
        open("02-03");
        assertThat(ledger.foldedPane(ADA, day("02-01"))).isEqualTo(Sums.ZERO);
        assertThat(ledger.pane(ADA, day("02-01"))).isEqualTo(revenue(9));

        List<Changes.Change> folded = ledger.fold();

        assertThat(folded).containsExactly(new Changes.Change(ADA, day("02-01"), revenue(5)));
        assertThat(ledger.foldedDay()).isEqualTo(day("02-01"));
        assertThat(ledger.foldedPane(ADA, day("02-01"))).isEqualTo(revenue(5));
        assertThat(ledger.pane(ADA, day("02-01"))).isEqualTo(revenue(9));
        assertThat(ledger.livePanes(ADA)).containsOnlyKeys(day("02-01"));
        fold("02-02");
        assertThat(ledger.foldedPane(ADA, day("02-01"))).isEqualTo(revenue(9));
        assertThat(changes.of(ADA)).isEmpty();
    }

    @Test
    void theOpenDayCantBeFolded() {
        start();

        assertThatThrownBy(ledger::fold)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2026-02-01");
    }

    @Test
    void windowsOfADayGoneByAreSeenAsKnownNow() {
        start();
        add("02-01", revenue(100));
        open("02-07");
        List<Long> then = live();
        open("02-10");
        assertThat(on("02-07")).isEqualTo(then).containsExactly(100L, 100L, 100L, 100L);

        add("02-02", revenue(1));

        assertThat(on("02-07")).containsExactly(101L, 101L, 101L, 101L);
        assertThat(on("02-08")).containsExactly(1L, 101L, 101L, 101L);
        assertThat(on("02-10")).isEqualTo(live());
    }

    @Test
    void whatCameBeforeAnyWatermarkIsInTheWindowsWhenTheFirstDayOpens() {
        ledger.add(ADA, Days.BEFORE_ALL, day("01-20"), revenue(5).plus(opened(1)));
        ledger.add(ADA, Days.BEFORE_ALL, day("01-31"), revenue(4));
        ledger.add(ADA, Days.BEFORE_ALL, day("02-01"), revenue(2));

        start();

        assertThat(live()).containsExactly(6L, 11L, 2L, 11L);
        assertThat(live(new MonthToDate(), Measure.OPEN_DEALS)).isEqualTo(1);
    }

    @Test
    void expiryTakesThePaneAndKeepsItsBalance() {
        start();
        add("02-01", revenue(5).plus(opened(1)));
        open("05-13");
        fold("05-11");
        assertThat(ledger.livePanes(ADA)).containsOnlyKeys(day("02-01"));

        fold("05-12");

        assertThat(ledger.livePanes(ADA)).containsOnlyKeys(Days.BEFORE_ALL);
        assertThat(ledger.pane(ADA, Days.BEFORE_ALL)).isEqualTo(opened(1));
        assertThat(live(new MonthToDate(), Measure.OPEN_DEALS)).isEqualTo(1);
        open("05-14");
        assertThat(live(new MonthToDate(), Measure.OPEN_DEALS)).isEqualTo(1);
    }

    @Test
    void aFactOlderThanTheKeptPanesStillChangesTheBalance() {
        start();

        ledger.add(ADA, day("02-01"), day("02-01") - 100, revenue(5).plus(opened(1)));

        assertThat(ledger.livePanes(ADA)).containsOnlyKeys(Days.BEFORE_ALL);
        assertThat(live()).containsExactly(0L, 0L, 0L, 0L);
        assertThat(live(new QuarterToDate(1), Measure.OPEN_DEALS)).isEqualTo(1);
    }

    @Test
    void aBalanceCountsOverAllDaysWhateverTheWindow() {
        start();
        add("02-01", opened(2));
        open("04-20");
        add("04-20", opened(-1));

        assertThat(ledger.windowSums(ADA)).containsOnly(opened(1));
    }

    @Test
    void aRestartTakesUpWhatIsStored() {
        start();
        add("02-01", revenue(5));
        open("02-03");
        fold("02-01");
        add("02-02", revenue(4));
        List<Long> before = live();

        ledger = ledger();
        ledger.resume(day("02-03"), day("02-01"));

        assertThat(live()).isEqualTo(before).containsExactly(9L, 9L, 9L, 9L);
        open("02-08");
        assertThat(live()).containsExactly(4L, 9L, 9L, 9L);
    }

    @Test
    void aSubjectWithoutFactsHasZeroesInEachWindow() {
        start();

        assertThat(ledger.windowSums("nobody")).hasSize(4).containsOnly(Sums.ZERO);
        assertThat(ledger.subjects()).isEmpty();
        assertThat(ledger.openDay()).isNotEqualTo(DayGate.NOT_OPEN);
    }

    @Test
    void aRetentionThatDoesNotCoverTheWindowsIsRefused() {
        assertThatThrownBy(() -> new WindowSettings(
                        List.of(new Rolling(365)), new Retention(Period.ofMonths(11)), WorkingCalendar.PLAIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("365");
    }
}
