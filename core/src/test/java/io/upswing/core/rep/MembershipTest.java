package io.upswing.core.rep;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.kpi.Retention;
import io.upswing.core.source.Refusal.Reason;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which unit a rep's facts count in. The 10th is open; ada has been in team X for ever. */
class MembershipTest {
    private static final String X = "team:X";
    private static final String Y = "team:Y";
    private static final String Z = "team:Z";

    private final Story story = Story.begun().joins("ada", "X", 1);

    @Test
    void whatATeamDidBeforeAMoveStaysItsOwn() {
        story.revenue("ada", 10, 5).on(12).joins("ada", "Y", 12).revenue("ada", 12, 7);

        assertThat(story.revenue(X, 10)).isEqualTo(5);
        assertThat(story.revenue(X, 12)).isZero();
        assertThat(story.revenue(Y, 10)).isZero();
        assertThat(story.revenue(Y, 12)).isEqualTo(7);
    }

    @Test
    void aCorrectionOfADayBeforeTheMoveCountsInTheOldTeam() {
        story.on(12).joins("ada", "Y", 12);

        story.revenue("ada", 10, 5);

        assertThat(story.revenue(X, 10)).isEqualTo(5);
        assertThat(story.revenue(Y, 10)).isZero();
    }

    @Test
    void aMoveLearnedLateTakesTheDaysSinceItsEffectiveDayAlong() {
        story.revenue("ada", 10, 5).on(11).revenue("ada", 11, 6).on(12).revenue("ada", 12, 7);
        story.on(14);

        story.joins("ada", "Y", 11);

        assertThat(story.revenue(X, 10)).isEqualTo(5);
        assertThat(story.revenue(X, 11)).isZero();
        assertThat(story.revenue(X, 12)).isZero();
        assertThat(story.revenue(Y, 11)).isEqualTo(6);
        assertThat(story.revenue(Y, 12)).isEqualTo(7);
        assertThat(story.revenue("company", 11)).isEqualTo(6);
    }

    @Test
    void aFutureDatedMoveTakesEffectOnItsDay() {
        story.joins("ada", "Y", 12);
        story.revenue("ada", 10, 5).on(11).revenue("ada", 11, 6).on(12).revenue("ada", 12, 7);

        assertThat(story.revenue(X, 11)).isEqualTo(6);
        assertThat(story.revenue(Y, 11)).isZero();
        assertThat(story.revenue(Y, 12)).isEqualTo(7);
    }

    @Test
    void aFutureDatedFactCountsInTheTeamOfItsDay() {
        story.revenue("ada", 14, 5);
        assertThat(story.revenue(X, 14)).isEqualTo(5);

        story.joins("ada", "Y", 13);

        assertThat(story.revenue(X, 14)).isZero();
        assertThat(story.revenue(Y, 14)).isEqualTo(5);
    }

    @Test
    void ofTwoChangesOfOneEffectiveDayTheHigherVersionHolds() {
        story.revenue("ada", 10, 5);

        story.joins("ada", "Z", 10, 7).joins("ada", "Y", 10, 6);

        assertThat(story.revenue(Z, 10)).isEqualTo(5);
        assertThat(story.revenue(Y, 10)).isZero();
        assertThat(story.revenue(X, 10)).isZero();
    }

    @Test
    void aDoubledChangeMovesNothing() {
        story.revenue("ada", 10, 5).joins("ada", "Y", 10, 6);
        story.touched.clear();

        story.joins("ada", "Y", 10, 6);

        assertThat(story.touched).isEmpty();
        assertThat(story.revenue(Y, 10)).isEqualTo(5);
    }

    @Test
    void aRetractionBringsTheEarlierAssignmentBack() {
        story.opened("ada", 10, 1).on(12).joins("ada", "Y", 12).revenue("ada", 12, 7);

        story.retracted("ada", 12);

        assertThat(story.revenue(X, 12)).isEqualTo(7);
        assertThat(story.revenue(Y, 12)).isZero();
        assertThat(story.open(X, 12)).isEqualTo(1);
        assertThat(story.open(Y, 12)).isZero();
    }

    @Test
    void balancesLeaveTheOldTeamAndEnterTheNewOneOnTheDayOfTheMove() {
        story.opened("ada", 10, 2).on(12).joins("ada", "Y", 12);

        assertThat(story.open(X, 11)).isEqualTo(2);
        assertThat(story.open(X, 12)).isZero();
        assertThat(story.open(Y, 11)).isZero();
        assertThat(story.open(Y, 12)).isEqualTo(2);
        assertThat(story.open("company", 12)).isEqualTo(2);
    }

    @Test
    void aDealClosedAfterTheMoveClosesInTheNewTeam() {
        story.opened("ada", 10, 1).on(12).joins("ada", "Y", 12).on(13).opened("ada", 13, -1);

        assertThat(story.open(X, 13)).isZero();
        assertThat(story.open(Y, 12)).isEqualTo(1);
        assertThat(story.open(Y, 13)).isZero();
    }

    @Test
    void aFactDatedBeforeTheMoveCorrectsTheTransfer() {
        story.opened("ada", 10, 1).on(12).joins("ada", "Y", 12).on(13);

        story.opened("ada", 11, -1);

        assertThat(story.open(X, 11)).isZero();
        assertThat(story.open(X, 12)).isZero();
        assertThat(story.open(Y, 12)).isZero();
    }

    @Test
    void aMoveLearnedLateRedoesTheNextTransfer() {
        story.opened("ada", 10, 1).on(13).joins("ada", "Z", 13);
        assertThat(story.open(X, 12)).isEqualTo(1);

        story.on(14).joins("ada", "Y", 12);

        assertThat(story.open(X, 11)).isEqualTo(1);
        assertThat(story.open(X, 12)).isZero();
        assertThat(story.open(Y, 12)).isEqualTo(1);
        assertThat(story.open(Y, 13)).isZero();
        assertThat(story.open(X, 13)).isZero();
        assertThat(story.open(Z, 13)).isEqualTo(1);
    }

    @Test
    void whoLeavesAllTeamsTakesTheBalanceAlong() {
        story.opened("ada", 10, 1).on(12).leaves("ada", 12).revenue("ada", 12, 7);

        assertThat(story.open(X, 12)).isZero();
        assertThat(story.open("company", 12)).isEqualTo(1);
        assertThat(story.revenue("company", 12)).isEqualTo(7);
        assertThat(story.revenue(X, 12)).isZero();
    }

    @Test
    void anUnknownRepCountsInTheCompanyOnly() {
        story.revenue("eve", 10, 5).on(11);

        assertThat(story.revenue("company", 10)).isEqualTo(5);
        assertThat(story.touched).containsExactly("company 10");
        assertThat(story.evaluation("eve", 10).units()).containsExactly("company");
    }

    @Test
    void aRepWhoBecomesKnownLaterTakesEarlierDaysIntoTheTeam() {
        story.revenue("eve", 10, 5).opened("eve", 10, 1).on(12);

        story.joins("eve", "Y", 10);

        assertThat(story.revenue(Y, 10)).isEqualTo(5);
        assertThat(story.open(Y, 10)).isEqualTo(1);
        assertThat(story.revenue("company", 10)).isEqualTo(5);
    }

    @Test
    void teamAndRegionChangeIndependently() {
        story.isIn("bob", "X", "north", 1).revenue("bob", 10, 5).on(12);
        story.touched.clear();

        story.isIn("bob", "X", "south", 10);

        assertThat(story.touched).containsExactlyInAnyOrder("region:north 10", "region:south 10");
        assertThat(story.revenue("region:north", 10)).isZero();
        assertThat(story.revenue("region:south", 10)).isEqualTo(5);
        assertThat(story.revenue(X, 10)).isEqualTo(5);
    }

    @Test
    void aMoveBeforeTheKeptPanesWorksFromTheOldestKeptPaneOn() {
        Story shortMemory = new Story(Story.Settings.USUAL.retention(new Retention(Period.ofDays(100)))).on(10);
        shortMemory.joins("ada", "X", 1).opened("ada", 10, 1).on(11).revenue("ada", 11, 5);
        shortMemory.on(111);

        shortMemory.joins("ada", "Y", 5);

        assertThat(shortMemory.revenue(X, 11)).isEqualTo(5);
        assertThat(shortMemory.open(X, 11)).isEqualTo(1);
        assertThat(shortMemory.open(X, 12)).isZero();
        assertThat(shortMemory.open(Y, 12)).isEqualTo(1);
    }

    @Test
    void aRepExistsFromTheFirstOrgRecordOnAndIsEvaluatedEachDayAlsoWithoutFacts() {
        story.on(12).joins("bob", "Y", 30).on(14);

        assertThat(story.evaluatedDays("bob")).containsExactly(12, 13);
        assertThat(story.evaluation("bob", 13).units()).containsExactly("company");
        assertThat(story.evaluatedDays("ada")).containsExactly(10, 11, 12, 13);
    }

    @Test
    void anEffectiveDayOutOfBoundsIsRefused() {
        story.joins("ada", "Y", 10 + 366);

        assertThat(story.refusal()).hasValueSatisfying(refusal -> {
            assertThat(refusal.reason()).isEqualTo(Reason.DATE_OUT_OF_BOUNDS);
            assertThat(refusal.detail()).contains("effectiveFrom 2027-03-11");
        });
        assertThat(story.evaluatedDays("ada")).isEqualTo(List.of());
    }
}
