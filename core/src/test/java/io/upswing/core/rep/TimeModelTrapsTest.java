package io.upswing.core.rep;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.kpi.Retention;
import io.upswing.core.rep.Story.Settings;
import java.time.Period;
import org.junit.jupiter.api.Test;

/**
 * Readings of the time model that look right and are not, each with the smallest case that shows it. A team change 'Y→9'
 * has effect from day 9; k is the recorded date. Those of the entity stage stand in its own tests.
 */
class TimeModelTrapsTest {
    private static final String X = "team:X";
    private static final String Y = "team:Y";
    private static final String Z = "team:Z";

    /** Else the rep stage waits for the unit stage, which waits for the rep stage. */
    @Test
    void unitDaysNeverGateTheOpenDay() {
        Story story = Story.begun().holdUnitDays();

        story.on(14);

        assertThat(story.openDay()).isEqualTo(14);
        assertThat(story.evaluatedDay()).isEqualTo(9);
        assertThat(story.releaseUnitDays().evaluatedDay()).isEqualTo(13);
    }

    /** A deal of 5 dated 14, written on 15: the market of 14 as known on 14 does not have it. */
    @Test
    void unitDaysWaitUntilTheDayBeforeThemIsEvaluated() {
        Story story = new Story(Settings.USUAL.unitPartitions(2)).on(10);
        story.joins("ada", "X", 7)
                .joins("bob", "X", 7)
                .on(15)
                .revenue("bob", 14, 5)
                .on(16);
        assertThat(story.evaluatedDays("ada")).isEmpty();

        story.otherUnitsSay(9).otherUnitsSay(15);

        assertThat(story.evaluation("ada", 14).market(X, 14)).isZero();
        assertThat(story.evaluation("ada", 15).market(X, 14)).isEqualTo(5);
    }

    /** It is the last closed day that may be at most R + N. With the open day at most R + N, N = 1 is a deadlock. */
    @Test
    void closingMayRunOneDayAheadOfEvaluations() {
        Story story = new Story(Settings.USUAL.maxDaysAhead(1)).on(10);
        assertThat(story.on(12).openDay()).isEqualTo(12);

        story.holdUnitDays().on(20);
        assertThat(story.openDay()).isEqualTo(13);
        assertThat(story.evaluatedDay()).isEqualTo(11);

        story.releaseUnitDays();
        assertThat(story.openDay()).isEqualTo(20);
        assertThat(story.evaluatedDay()).isEqualTo(19);
    }

    /** A deal of 5 on 12, corrected to 9 on 13: own and market are both as known on 12, or the peers come out as −4. */
    @Test
    void anEvaluationTakesOwnAndMarketOfTheSameKnowledge() {
        Story story = Story.begun().joins("ada", "X", 1).on(12).holdUnitDays();
        story.revenue("ada", 12, 5).on(13).revenue("ada", 12, 4).on(14);

        story.releaseUnitDays();

        assertThat(story.evaluation("ada", 12).own(12)).isEqualTo(5);
        assertThat(story.evaluation("ada", 12).market(X, 12)).isZero();
        assertThat(story.evaluation("ada", 13).own(12)).isEqualTo(9);
        assertThat(story.evaluation("ada", 13).market(X, 12)).isZero();
    }

    /** Y→12 learned on 13: with the membership of today, the peers of 12 would come out as −5. */
    @Test
    void anEvaluationTakesTheMembershipAsKnownOnItsDay() {
        Story story = Story.begun().joins("ada", "X", 1).on(12).holdUnitDays();
        story.revenue("ada", 12, 5).on(13).joins("ada", "Y", 12).on(14);

        story.releaseUnitDays();

        assertThat(story.evaluation("ada", 12).units()).containsExactly(X, "company");
        assertThat(story.evaluation("ada", 12).market(X, 12)).isZero();
        assertThat(story.evaluation("ada", 13).units()).containsExactly(Y, "company");
        assertThat(story.evaluation("ada", 13).market(X, 12)).isZero();
        assertThat(story.evaluation("ada", 13).market(Y, 12)).isZero();
    }

    /** Y→12 known on 12, a deal of k = b = 14 has come already: the move would take out of X what X never got. */
    @Test
    void aDealThatWaitsIsNotMovedByATeamChangeThatOpensBeforeIt() {
        Story story = new Story(Settings.USUAL.factPartitions(2)).on(10).joins("ada", "X", 1);
        story.on(12).factsSay(1, 13).revenue("ada", 14, 5, 14);
        story.touched.clear();

        story.joins("ada", "Y", 12);
        assertThat(story.touched).isEmpty();

        story.on(14);
        assertThat(story.touched).containsExactlyInAnyOrder(Y + " 14", "company 14");
        assertThat(story.revenue(Y, 14)).isEqualTo(5);
    }

    /** A fact and a move of one k: in one order X gets +5 and −5, in the other nothing. The market hears the same. */
    @Test
    void anOlderPaneIsToldWhenItsValueDiffersAndNotWhenItWasTouched() {
        Story factFirst = Story.begun().joins("ada", "X", 1).on(13);
        factFirst.revenue("ada", 11, 5).joins("ada", "Y", 11).on(14);

        Story moveFirst = Story.begun().joins("ada", "X", 1).on(13);
        moveFirst.joins("ada", "Y", 11).revenue("ada", 11, 5).on(14);

        assertThat(factFirst.touched).contains(X + " 11");
        assertThat(moveFirst.touched).doesNotContain(X + " 11");
        assertThat(factFirst.unitDays)
                .isEqualTo(moveFirst.unitDays)
                .containsExactly("company 13/11 {REVENUE=5}", "team:Y 13/11 {REVENUE=5}");
    }

    /** Y→13 known on 13, Z→11 known on 14: the pane of 13 stays in Y. */
    @Test
    void aMoveReachesNoFurtherThanTheNextChange() {
        Story story = Story.begun().joins("ada", "X", 1).revenue("ada", 10, 1).revenue("ada", 12, 2);
        story.on(13).joins("ada", "Y", 13).revenue("ada", 13, 3);

        story.on(14).joins("ada", "Z", 11);

        assertThat(story.revenue(X, 10)).isEqualTo(1);
        assertThat(story.revenue(Z, 12)).isEqualTo(2);
        assertThat(story.revenue(Y, 13)).isEqualTo(3);
        assertThat(story.revenue(Z, 13)).isZero();
    }

    /** In X, Y→12 known on 12, a deal opened on 11 learned on 13: X would keep +1 for ever. */
    @Test
    void aBalanceLearnedAfterTheMoveIsCarriedOverIt() {
        Story story =
                Story.begun().joins("ada", "X", 1).on(12).joins("ada", "Y", 12).on(13);

        story.opened("ada", 11, 1);

        assertThat(story.open(X, 11)).isEqualTo(1);
        assertThat(story.open(X, 12)).isZero();
        assertThat(story.open(Y, 12)).isEqualTo(1);
    }

    /** Z→13 learned before Y→12: X would end at −1. */
    @Test
    void anEarlierMoveLearnedLaterLeavesNoTeamBelowZero() {
        Story story =
                Story.begun().joins("ada", "X", 1).opened("ada", 10, 1).on(11).joins("ada", "Z", 13);

        story.on(12).joins("ada", "Y", 12).on(14);

        assertThat(story.open(X, 13)).isZero();
        assertThat(story.open(Y, 12)).isEqualTo(1);
        assertThat(story.open(Y, 13)).isZero();
        assertThat(story.open(Z, 13)).isEqualTo(1);
    }

    /** Y→14 known on 11, a deal opened on 12: X would keep +1 if the balance moved when the change was learned. */
    @Test
    void aBalanceThatComesBetweenKnowledgeAndEffectMovesToo() {
        Story story = Story.begun().joins("ada", "X", 1).on(11).joins("ada", "Y", 14);

        story.on(12).opened("ada", 12, 1).on(15);

        assertThat(story.open(X, 13)).isEqualTo(1);
        assertThat(story.open(X, 14)).isZero();
        assertThat(story.open(Y, 13)).isZero();
        assertThat(story.open(Y, 14)).isEqualTo(1);
    }

    /** A fact and a move, both of k = 13 and waiting: in the other order X ends at −5. */
    @Test
    void whenADayOpensItsFactsGoBeforeItsOrgChanges() {
        Story story = new Story(Settings.USUAL.factPartitions(2))
                .on(10)
                .joins("ada", "X", 1)
                .on(12);
        story.orgSays(12).joins("ada", "Y", 11).factsSay(0, 12).revenue("ada", 11, 5, 13);
        assertThat(story.touched).isEmpty();

        story.factsSay(1, 12);

        assertThat(story.openDay()).isEqualTo(13);
        assertThat(story.revenue(X, 11)).isZero();
        assertThat(story.revenue(Y, 11)).isEqualTo(5);
        assertThat(story.revenue("company", 11)).isEqualTo(5);
    }

    /** X→11 of version 1 (k = 11), Y→11 of version 2 (k = 13): on 11 it was X, however far evaluations lag. */
    @Test
    void aSupersededChangeStandsUntilEvaluationsReachItsSuccessor() {
        Story lagging = Story.begun().on(11).holdUnitDays().joins("ada", "X", 11, 1);
        lagging.on(13).joins("ada", "Y", 11, 2).on(15).releaseUnitDays();
        Story prompt = Story.begun().on(11).joins("ada", "X", 11, 1);
        prompt.on(13).joins("ada", "Y", 11, 2).on(15);

        for (Story story : new Story[] {lagging, prompt}) {
            assertThat(story.evaluation("ada", 11).units()).containsExactly(X, "company");
            assertThat(story.evaluation("ada", 12).units()).containsExactly(X, "company");
            assertThat(story.evaluation("ada", 13).units()).containsExactly(Y, "company");
        }
    }

    /** Facts that cancel each other within a day make no rep, in whichever order they come, waiting or not. */
    @Test
    void aRepExistsFromTheFirstCloseAtWhichThePanesAreNotZero() {
        Story story = new Story(Settings.USUAL.factPartitions(2)).on(10).on(12);

        story.revenue("eve", 12, 5).revenue("eve", 12, -5);
        story.factsSay(1, 13).revenue("eve", 12, 5, 14);
        story.on(14).on(15).revenue("eve", 12, -5).on(17);

        assertThat(story.evaluatedDays("eve")).containsExactly(14, 15, 16);
        assertThat(story.evaluation("eve", 14).own(12)).isEqualTo(5);
        assertThat(story.evaluation("eve", 15).own(12)).isZero();
    }

    /** One input first says 10, the others 12; a deal has k = 11. Nothing is orphaned: the first open day is 10. */
    @Test
    void theFirstDayIsTheLowestFirstWatermarkOfAllInputs() {
        Story story = new Story(Settings.USUAL.factPartitions(2));
        story.factsSay(1, 12).factsSay(0, 10).revenue("ada", 10, 5, 11).factsSay(0, 12);
        assertThat(story.reps().gate().isOpen()).isFalse();

        story.orgSays(12);

        assertThat(story.openDay()).isEqualTo(13);
        assertThat(story.revenue("company", 10)).isEqualTo(5);
        assertThat(story.evaluatedDays("ada")).containsExactly(11, 12);
        assertThat(story.last7Days("ada")).isEqualTo(5);
    }

    /** With panes expired by the open day, evaluations near the edge would depend on how far they lag. */
    @Test
    void panesExpireByTheEvaluatedDayAndNotByTheOpenOne() {
        Settings hundredDays = Settings.USUAL.retention(new Retention(Period.ofDays(100)));
        Story lagging = new Story(hundredDays)
                .on(10)
                .joins("ada", "X", 1)
                .revenue("ada", 10, 5)
                .on(105);
        lagging.holdUnitDays().on(115).releaseUnitDays();
        Story prompt = new Story(hundredDays)
                .on(10)
                .joins("ada", "X", 1)
                .revenue("ada", 10, 5)
                .on(115);

        for (Story story : new Story[] {lagging, prompt}) {
            assertThat(story.evaluation("ada", 109).own(10)).isEqualTo(5);
            assertThat(story.evaluation("ada", 109).market(X, 10)).isZero();
            assertThat(story.evaluation("ada", 110).own(10)).isZero();
            assertThat(story.evaluation("ada", 110).market(X, 10)).isZero();
        }
    }
}
