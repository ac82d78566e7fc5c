package io.upswing.core.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.kpi.Window.Rolling;
import io.upswing.core.time.Days;
import io.upswing.core.time.WorkingCalendar;
import java.time.Period;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** When something was last done. The ledger starts with 1 February 2026 as the open day and keeps 100 days. */
class LedgerRecencyTest {
    private static final String ADA = "ada";
    private static final int FIRST = Days.of("2026-02-01");
    private static final Sums DONE =
            new Sums.Builder().add(Measure.ACTIVITIES, 1).build();

    private final HeapPanes panes = new HeapPanes();
    private final HeapChanges changes = new HeapChanges();
    private final HeapClosedSums closed = new HeapClosedSums();
    private Ledger ledger = ledger();

    private Ledger ledger() {
        return new Ledger(
                panes,
                changes,
                closed,
                new WindowSettings(List.of(new Rolling(7)), new Retention(Period.ofDays(100)), WorkingCalendar.PLAIN));
    }

    private void begin() {
        ledger.openFirst(FIRST);
    }

    /** Closes days until this one, counted from 0, is open; evaluations follow at once or lag behind. */
    private void open(int day, boolean evaluate) {
        while (ledger.openDay() < FIRST + day) {
            ledger.close();
            ledger.opened();
            if (evaluate) {
                ledger.fold();
            }
        }
    }

    private void add(int day, Sums sums) {
        ledger.add(ADA, ledger.openDay(), FIRST + day, sums);
    }

    /** The last active day, as the windows tell it. */
    private OptionalInt last() {
        return last(ledger.openDay(), ledger.windowSums(ADA));
    }

    private static OptionalInt last(int day, List<Sums> windows) {
        long age = windows.getFirst().get(Measure.ACTIVITY_AGE);
        return age == 0 ? OptionalInt.empty() : OptionalInt.of((int) (day - age + 1 - FIRST));
    }

    @Test
    void itIsTheOpenDayAsSoonAsSomethingIsDoneOnIt() {
        begin();
        assertThat(last()).isEmpty();

        add(0, DONE);
        assertThat(last()).hasValue(0);
        open(3, false);
        assertThat(last()).hasValue(0);

        add(3, DONE);
        assertThat(last()).hasValue(3);
        add(3, DONE.negated());
        assertThat(last()).hasValue(0);
    }

    @Test
    void whenTheLastIsTakenBackItIsTheOneBefore() {
        begin();
        add(0, DONE);
        open(2, true);
        add(2, DONE);
        open(5, false);
        assertThat(last()).hasValue(2);

        add(2, DONE.negated());

        assertThat(last()).hasValue(0);
        add(0, DONE.negated());
        assertThat(last()).isEmpty();
    }

    @Test
    void oneOfTwoOnADayTakenBackLeavesTheDay() {
        begin();
        add(0, DONE);
        open(2, false);
        add(2, DONE.plus(DONE));
        open(5, false);

        add(2, DONE.negated());

        assertThat(last()).hasValue(2);
    }

    @Test
    void anEarlierOneTakenBackOrLearnedLateChangesNothing() {
        begin();
        add(0, DONE);
        open(4, false);
        add(4, DONE);
        open(6, false);

        add(0, DONE.negated());
        assertThat(last()).hasValue(4);
        add(3, DONE);
        assertThat(last()).hasValue(4);
        add(4, DONE.negated());
        assertThat(last()).hasValue(3);
    }

    @Test
    void aLaterOneLearnedLateIsTheLast() {
        begin();
        add(0, DONE);
        open(6, true);

        add(4, DONE);

        assertThat(last()).hasValue(4);
    }

    @Test
    void reDatedItMovesInWhicheverOrderItsFactsCome() {
        begin();
        open(6, false);
        add(2, DONE);
        add(2, DONE.negated());
        add(4, DONE);
        assertThat(last()).hasValue(4);

        add(3, DONE);
        add(4, DONE.negated());

        assertThat(last()).hasValue(3);
    }

    @Test
    void dealsAreNoActivities() {
        begin();
        add(0, DONE);
        open(3, false);

        add(2, new Sums.Builder().add(Measure.REVENUE, 5).build());

        assertThat(last()).hasValue(0);
    }

    @Test
    void oneOfTheFutureCountsOnItsDay() {
        begin();
        add(0, DONE);
        add(4, DONE);

        open(3, false);
        assertThat(last()).hasValue(0);
        open(4, false);
        assertThat(last()).hasValue(4);
    }

    @Test
    void whatWaitsCountsWhenItsDayOpens() {
        begin();
        ledger.add(ADA, FIRST + 3, FIRST + 1, DONE);
        ledger.add(ADA, FIRST + 5, FIRST + 1, DONE.negated());
        ledger.add(ADA, FIRST + 5, FIRST, DONE);

        open(2, false);
        assertThat(last()).isEmpty();
        open(3, false);
        assertThat(last()).hasValue(1);
        open(5, false);
        assertThat(last()).hasValue(0);
    }

    @Test
    void itExpiresWithItsPaneOnTheOpenDayHoweverLateEvaluationsRun() {
        begin();
        add(0, DONE);

        open(99, false);
        assertThat(last()).hasValue(0);
        open(100, false);
        assertThat(last()).isEmpty();
    }

    @Test
    void onesThatAreNoLongerKeptAreNotFoundAgain() {
        begin();
        add(0, DONE);
        open(50, false);
        add(50, DONE);
        open(110, false);

        add(50, DONE.negated());

        assertThat(last()).isEmpty();
    }

    @Test
    void oneOfTheOldestKeptDayIsFoundAgain() {
        begin();
        add(0, DONE);
        open(50, false);
        add(50, DONE);
        open(99, false);

        add(50, DONE.negated());

        assertThat(last()).hasValue(0);
    }

    @Test
    void whatCameBeforeAnyWatermarkCounts() {
        ledger.add(ADA, Days.BEFORE_ALL, FIRST - 40, DONE);
        ledger.add(ADA, Days.BEFORE_ALL, FIRST - 30, DONE);
        ledger.add(ADA, Days.BEFORE_ALL, FIRST + 2, DONE);

        begin();
        assertThat(last()).hasValue(-30);
        open(2, false);
        assertThat(last()).hasValue(2);
    }

    @Test
    void aRestartKeepsIt() {
        begin();
        add(0, DONE);
        open(2, false);
        add(1, DONE);
        open(4, false);

        ledger = ledger();
        ledger.resume(FIRST + 4, FIRST - 1);
        ledger.adoptWindows();

        assertThat(last()).hasValue(1);
        add(1, DONE.negated());
        assertThat(last()).hasValue(0);
    }

    @Test
    void lookingBackTheLastIsThatOfTheDayLookedAt() {
        begin();
        add(0, DONE);
        open(3, false);
        add(3, DONE);
        open(6, false);

        assertThat(last(FIRST + 2, ledger.windowSumsOn(ADA, FIRST + 2))).hasValue(0);
        assertThat(last(FIRST + 3, ledger.windowSumsOn(ADA, FIRST + 3))).hasValue(3);
        assertThat(ledger.windowSumsOn(ADA, FIRST + 6)).isEqualTo(ledger.windowSums(ADA));
    }
}
