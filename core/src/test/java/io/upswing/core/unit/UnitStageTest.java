package io.upswing.core.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What the unit stage tells the rep stage at each close, and what it sends. The 10th is open. */
class UnitStageTest {
    private final UnitStory story = new UnitStory().on(10);

    @Test
    void eachCloseTellsThePaneOfTheClosedDay() {
        story.told.clear();

        story.revenue(10, 5, 10).on(11).revenue(11, 7, 11).on(12);

        assertThat(story.told).containsExactly("10/10 {REVENUE=5}", "10 closed", "11/11 {REVENUE=7}", "11 closed");
    }

    @Test
    void aPaneThatIsZeroAndWasNeverToldIsNotTold() {
        story.told.clear();

        story.revenue(10, 5, 10).revenue(10, -5, 10).on(12);

        assertThat(story.told).containsExactly("10 closed", "11 closed");
    }

    @Test
    void aDayClosesWhenAllPartitionsOfTheRepStageHaveSaidIt() {
        story.says(0, 12);
        assertThat(story.openDay()).isEqualTo(10);

        story.says(1, 11);

        assertThat(story.openDay()).isEqualTo(12);
    }

    @Test
    void anOlderPaneIsToldAgainWhenItsValueDiffersFromTheOneLastTold() {
        story.revenue(10, 5, 10).on(12);
        story.told.clear();

        story.revenue(10, 2, 12).on(13);

        assertThat(story.told).containsExactly("12/10 {REVENUE=7}", "12 closed");
    }

    @Test
    void anOlderPaneThatWasOnlyTouchedIsNotToldAgain() {
        story.revenue(10, 5, 10).on(12);
        story.told.clear();

        story.revenue(10, 2, 12).revenue(10, -2, 12).on(13);

        assertThat(story.told).containsExactly("12 closed");
    }

    @Test
    void anOlderPaneThatBecomesZeroIsToldAsZero() {
        story.revenue(10, 5, 10).on(12);
        story.told.clear();

        story.revenue(10, -5, 12).on(13);

        assertThat(story.told).containsExactly("12/10 {}", "12 closed");
    }

    @Test
    void aPaneOfADayAheadIsToldWhenItsDayCloses() {
        story.told.clear();

        story.revenue(12, 5, 10).on(13);

        assertThat(story.told).containsExactly("10 closed", "11 closed", "12/12 {REVENUE=5}", "12 closed");
    }

    @Test
    void whatIsRecordedLaterIsToldAtTheCloseOfItsRecordedDate() {
        story.says(0, 11).told.clear();

        story.revenue(10, 5, 12).on(13);

        assertThat(story.told).containsExactly("10 closed", "11 closed", "12/10 {REVENUE=5}", "12 closed");
    }

    @Test
    void theFirstCloseTellsAlsoWhatCameBeforeAnyWatermark() {
        UnitStory history = new UnitStory().history(5, 7).history(9, 8).history(12, 9);

        history.on(10);

        assertThat(history.told).containsExactly("9/5 {REVENUE=7}", "9/9 {REVENUE=8}", "9 closed");
        assertThat(history.emit().sent).containsKey("team:X");
    }

    @Test
    void ofAnExpiredPaneOnlyTheBalanceIsTold() {
        story.revenue(10, 5, 10).opened(10, 1, 10).on(109);
        story.told.clear();

        story.on(111);

        assertThat(story.told).containsExactly("109 closed", "110/before {OPEN_DEALS=1}", "110 closed");
    }

    @Test
    void aCorrectionOfAClosedDayIsSentBeforeAnyFurtherWatermark() {
        story.revenue(10, 5, 10).on(12).emit();

        story.revenue(10, -2, 12).emit();

        assertThat(story.sent.toString()).isEqualTo("{team:X={REVENUE=3}}");
        assertThat(story.emit().sent).isEmpty();
    }

    @Test
    void whatIsRecordedAfterTheOpenDayIsNotSentYet() {
        story.says(0, 11).revenue(10, 5, 12).emit();
        assertThat(story.sent).isEmpty();

        story.on(12).emit();

        assertThat(story.sent.toString()).isEqualTo("{team:X={REVENUE=5}}");
    }

    @Test
    void aRestartTakesUpDaysPanesAndWhatWasTold() {
        story.revenue(10, 5, 10).on(12).says(0, 12).revenue(10, 1, 13);
        story.told.clear();

        story.restart().on(14);

        assertThat(story.told).containsExactly("12 closed", "13/10 {REVENUE=6}", "13 closed");
        assertThat(story.emit().sent.toString()).isEqualTo("{team:X={REVENUE=6}}");
    }

    @Test
    void aSumOfAClosedDayBreaksTheTimeModel() {
        assertThatThrownBy(() -> story.revenue(10, 5, 9))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2026-03-09");
    }
}
