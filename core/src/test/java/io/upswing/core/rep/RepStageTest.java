package io.upswing.core.rep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upswing.core.evaluation.Wording;
import io.upswing.core.kpi.Retention;
import io.upswing.core.kpi.Snapshot;
import io.upswing.core.kpi.WindowSettings;
import io.upswing.core.rep.Story.Settings;
import io.upswing.core.source.Bounds;
import io.upswing.core.time.DayGate;
import io.upswing.core.time.OrganizationZone;
import io.upswing.core.time.WorkingCalendar;
import java.time.Period;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What the rep stage sends, and when it closes and evaluates. The 10th is open. */
class RepStageTest {
    private static final String X = "team:X";

    private final Story story = Story.begun();

    @Test
    void aFactOfTheOpenDayChangesWindowsAndPaneBeforeAnyFurtherWatermark() {
        story.revenue("ada", 10, 5);

        story.emit();

        assertThat(story.snapshots).containsOnlyKeys("ada", "company");
        assertThat(story.windows("ada")).allSatisfy(sums -> assertThat(sums).hasToString("{REVENUE=5}"));
        assertThat(story.daily).containsExactly("ada 10 {REVENUE=5}");
    }

    @Test
    void whatWasSentIsNotSentAgain() {
        story.revenue("ada", 10, 5).emit();

        story.emit();

        assertThat(story.snapshots).isEmpty();
        assertThat(story.daily).isEmpty();
    }

    @Test
    void aPaneThatHasExpiredBeforeItWasSentIsNotSentAsZero() {
        Story shortKept = new Story(Story.Settings.USUAL.retention(new Retention(Period.ofDays(100)))).on(10);
        shortKept.revenue("ada", 10, 5).revenue("ada", 60, 7);

        shortKept.on(115).emit();

        assertThat(shortKept.daily).containsExactly("ada 60 {REVENUE=7}");
    }

    @Test
    void aCorrectionOfAClosedDayChangesWindowsAndItsPaneAtOnce() {
        story.joins("ada", "X", 1).revenue("ada", 10, 5).on(12).emit();

        story.revenue("ada", 10, -2).emit();

        assertThat(story.windows("ada")).allSatisfy(sums -> assertThat(sums).hasToString("{REVENUE=3}"));
        assertThat(story.windows(X)).allSatisfy(sums -> assertThat(sums).hasToString("{REVENUE=3}"));
        assertThat(story.daily).containsExactly("ada 10 {REVENUE=3}");
    }

    @Test
    void manyChangesBetweenTwoEmitsAreSentOnceAndTheLastOneCounts() {
        story.revenue("ada", 10, 5).revenue("ada", 10, 6).revenue("ada", 10, -1).emit();

        assertThat(story.daily).containsExactly("ada 10 {REVENUE=10}");
        assertThat(story.windows("ada").getFirst()).hasToString("{REVENUE=10}");
    }

    @Test
    void aPaneThatFallsBackToZeroIsSentAsZero() {
        story.revenue("ada", 10, 5).emit();

        story.revenue("ada", 10, -5).emit();

        assertThat(story.daily).containsExactly("ada 10 {}");
    }

    @Test
    void atEachCloseAllWindowsAreSentAnew() {
        story.revenue("ada", 10, 5).emit();

        story.on(17).emit();

        assertThat(story.snapshots).containsOnlyKeys("ada", "company");
        assertThat(story.snapshots.values()).extracting(Snapshot::day).containsOnly(Story.march(17));
        assertThat(story.windows("ada").get(0).isZero()).isTrue();
        assertThat(story.windows("ada").get(1)).hasToString("{REVENUE=5}");
        assertThat(story.daily).isEmpty();
    }

    @Test
    void whatWaitsToBeSentSurvivesARestart() {
        story.revenue("ada", 10, 5);

        story.restart().emit();

        assertThat(story.daily).containsExactly("ada 10 {REVENUE=5}");
        assertThat(story.snapshots).containsOnlyKeys("ada", "company");
    }

    @Test
    void nothingIsSentBeforeTheFirstDayIsOpen() {
        Story history = new Story(Settings.USUAL).history("ada", 5, 7).emit();
        assertThat(history.snapshots).isEmpty();
        assertThat(history.reps().evaluatedDay()).isEqualTo(DayGate.NOT_OPEN);
        assertThat(history.reps().holdingEvaluation()).isEmpty();

        history.on(10).emit();

        assertThat(history.windows("ada").getFirst()).hasToString("{REVENUE=7}");
        assertThat(history.daily).containsExactly("ada 5 {REVENUE=7}");
        assertThat(history.evaluatedDays("ada")).containsExactly(9);
    }

    @Test
    void anEvaluationSeesTheMarketWithoutTheRep() {
        story.joins("ada", "X", 1).joins("bob", "X", 1).joins("cy", "Y", 1);
        story.revenue("ada", 10, 5).revenue("bob", 10, 7).revenue("cy", 10, 11);
        story.opened("ada", 10, 1).opened("bob", 10, 2).opened("cy", 10, 4);

        story.on(11);

        Evidence seen = story.evaluation("ada", 10);
        assertThat(seen.own(10)).isEqualTo(5);
        assertThat(seen.ownOpen()).isEqualTo(1);
        assertThat(seen.market(X, 10)).isEqualTo(7);
        assertThat(seen.market("team:Y", 10)).isEqualTo(11);
        assertThat(seen.market("company", 10)).isEqualTo(18);
        assertThat(seen.marketOpen(X)).isEqualTo(2);
        assertThat(seen.marketOpen("team:Y")).isEqualTo(4);
        assertThat(seen.marketOpen("company")).isEqualTo(6);
    }

    @Test
    void theMarketIsWithoutTheRepOnTheDaysInTheUnitOnly() {
        story.joins("ada", "X", 1).joins("bob", "X", 1).revenue("ada", 10, 5).revenue("bob", 10, 7);
        story.opened("ada", 10, 1)
                .on(11)
                .joins("ada", "Y", 11)
                .revenue("ada", 11, 6)
                .revenue("bob", 11, 8);

        story.on(12);

        Evidence seen = story.evaluation("ada", 11);
        assertThat(seen.market(X, 10)).isEqualTo(7);
        assertThat(seen.market(X, 11)).isEqualTo(8);
        assertThat(seen.market("team:Y", 11)).isZero();
        assertThat(seen.marketOpen(X)).isZero();
        assertThat(seen.marketOpen("team:Y")).isZero();
    }

    @Test
    void anEvaluationSeesNoDayThatLiesAheadOfIt() {
        story.joins("ada", "X", 1).joins("bob", "X", 1).revenue("ada", 12, 5).revenue("bob", 12, 7);

        story.on(13);

        assertThat(story.evaluation("ada", 11).own(12)).isZero();
        assertThat(story.evaluation("ada", 11).market(X, 12)).isZero();
        assertThat(story.evaluation("ada", 12).own(12)).isEqualTo(5);
        assertThat(story.evaluation("ada", 12).market(X, 12)).isEqualTo(7);
    }

    @Test
    void whoHoldsTheNextEvaluationIsNamed() {
        Story two = new Story(Settings.USUAL.unitPartitions(2)).on(10);
        assertThat(two.reps().holdingEvaluation()).containsExactly("unit-days (no first watermark yet)");

        two.otherUnitsSay(9).on(12);

        assertThat(two.evaluatedDay()).isEqualTo(9);
        assertThat(two.reps().holdingEvaluation()).containsExactly("unit-days/1");
    }

    @Test
    void aTaskThatStartsOnALaterDayTakesEarlierUnitDaysInWithoutEvaluating() {
        Story late = new Story(Settings.USUAL.unitPartitions(2));
        late.otherUnitsTell(X, 5, 5, 7)
                .otherUnitsSay(5)
                .otherUnitsTell(X, 6, 5, 8)
                .otherUnitsSay(9);

        late.joins("ada", "X", 6).on(10);

        assertThat(late.evaluatedDays("ada")).containsExactly(9);
        assertThat(late.evaluation("ada", 9).market(X, 5)).isEqualTo(8);
    }

    @Test
    void aRestartTakesUpBothGatesAndWhatWaits() {
        story.joins("ada", "X", 1)
                .holdUnitDays()
                .revenue("ada", 10, 5)
                .on(12)
                .orgSays(12)
                .joins("ada", "Y", 11);

        story.restart();
        assertThat(story.openDay()).isEqualTo(12);
        assertThat(story.evaluatedDay()).isEqualTo(9);
        story.on(13).revenue("ada", 11, 6).releaseUnitDays();

        assertThat(story.evaluatedDays("ada")).containsExactly(10, 11, 12);
        assertThat(story.evaluation("ada", 12).units()).containsExactly(X, "company");
        assertThat(story.revenue("team:Y", 11)).isEqualTo(6);
        assertThat(story.last7Days("ada")).isEqualTo(11);
    }

    @Test
    void closingMustBeAllowedToRunAhead() {
        WindowSettings windows = WindowSettings.defaults(WorkingCalendar.PLAIN);

        assertThatThrownBy(() -> settings(windows, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not 0");
        assertThat(settings(windows, 1).maxDaysAhead()).isEqualTo(1);
    }

    private static RepStage.Settings settings(WindowSettings windows, int maxDaysAhead) {
        return new RepStage.Settings(
                windows, new Bounds(1), maxDaysAhead, new OrganizationZone(ZoneOffset.UTC), new Wording("EUR", 2));
    }
}
