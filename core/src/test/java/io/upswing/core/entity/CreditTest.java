package io.upswing.core.entity;

import static io.upswing.core.entity.DealBuilder.lost;
import static io.upswing.core.entity.DealBuilder.open;
import static io.upswing.core.entity.DealBuilder.won;
import static io.upswing.core.entity.EntityStory.deleted;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.entity.DealState.Share;
import io.upswing.core.kpi.Measure;
import io.upswing.core.source.Bounds;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who a deal's facts count for. */
class CreditTest {
    private final EntityStory story = new EntityStory();

    @Test
    void theOwnerHasAll() {
        story.version(1, won(12).owner("ada"));

        assertThat(story.revenue()).isEqualTo(Map.of("ada", 100L));
        assertThat(story.total(Measure.DEALS_WON)).isEqualTo(Map.of("ada", 1L));
    }

    @Test
    void creditedRepsShareTheMoneyAndTheFirstHasTheCounts() {
        story.version(1, won(12).owner("ada").credit("bob", 7_000).credit("cy", 3_000));

        assertThat(story.revenue()).isEqualTo(Map.of("bob", 70L, "cy", 30L));
        assertThat(story.total(Measure.DEALS_CREATED)).isEqualTo(Map.of("bob", 1L));
        assertThat(story.total(Measure.DEALS_WON)).isEqualTo(Map.of("bob", 1L));
        assertThat(story.total(Measure.CYCLE_DAYS)).isEqualTo(Map.of("bob", 10L));
        assertThat(story.open()).isEmpty();
        assertThat(story.odd()).isEmpty();
    }

    @Test
    void theFirstIsTheFirstInTheOrderOfTheCrmWhateverTheShare() {
        story.version(1, open().credit("zoe", 1).credit("ada", 9_999));

        assertThat(story.open()).isEqualTo(Map.of("zoe", 1L));
    }

    @Test
    void whatIsLeftOfASplitGoesToTheLargestRemainders() {
        // 101 · 0.25 = 25.25, 101 · 0.40 = 40.40, 101 · 0.35 = 35.35: the one that is left goes to bob
        List<Share> shares = List.of(new Share("ada", 2_500), new Share("bob", 4_000), new Share("cy", 3_500));

        assertThat(Credit.split(101, shares)).isEqualTo(Map.of("ada", 25L, "bob", 41L, "cy", 35L));
    }

    @Test
    void tiesGoByRepIdWhateverTheOrderInTheCrm() {
        List<Share> shares = List.of(new Share("cy", 3_333), new Share("bob", 3_333), new Share("ada", 3_333));

        assertThat(Credit.split(101, shares)).isEqualTo(Map.of("ada", 34L, "bob", 34L, "cy", 33L));
    }

    @Test
    void aNegativeAmountIsSplitLikeThePositiveOne() {
        List<Share> shares = List.of(new Share("ada", 5_000), new Share("bob", 5_000));

        assertThat(Credit.split(-101, shares)).isEqualTo(Map.of("ada", -51L, "bob", -50L));
        assertThat(Credit.split(0, shares)).isEqualTo(Map.of("ada", 0L, "bob", 0L));
    }

    @Test
    void theLargestAmountIsSplitExactly() {
        List<Share> shares = List.of(new Share("ada", 9_999), new Share("bob", 1));

        assertThat(Credit.split(Bounds.MAX_AMOUNT, shares))
                .isEqualTo(Map.of("ada", 9_999_000_000_000L, "bob", 1_000_000_000L));
    }

    @Test
    void sharesThatAreNotWholeCountInProportionAndAreFlagged() {
        story.version(1, won(12).credit("ada", 2_000).credit("bob", 6_000));

        assertThat(story.revenue()).isEqualTo(Map.of("ada", 25L, "bob", 75L));
        assertThat(story.odd()).containsExactly(Oddity.SHARES_NOT_WHOLE);
    }

    @Test
    void aRepWhoIsCreditedTwiceHasBothShares() {
        story.version(1, won(12).credit("ada", 3_000).credit("bob", 4_000).credit("ada", 3_000));

        assertThat(story.revenue()).isEqualTo(Map.of("ada", 60L, "bob", 40L));
    }

    @Test
    void aSplitThatChangesMovesOnlyTheDifference() {
        story.version(1, won(12).credit("ada", 5_000).credit("bob", 5_000)).forgetSent();

        story.version(2, won(12).credit("ada", 6_000).credit("bob", 4_000));

        assertThat(story.revenue()).isEqualTo(Map.of("ada", 10L, "bob", -10L));
        assertThat(story.total(Measure.DEALS_WON)).isEmpty();
    }

    @Test
    void aDealHandedOverAfterTheCloseKeepsItsCredit() {
        story.version(1, open().owner("ada")).version(2, won(12).owner("ada"));

        story.version(3, won(12).owner("bob"));

        assertThat(story.revenue()).isEqualTo(Map.of("ada", 100L));
    }

    @Test
    void aLostDealHandedOverAfterTheCloseStaysWithWhoLostIt() {
        story.version(1, lost(12).owner("ada")).version(2, lost(12).owner("bob"));

        assertThat(story.total(Measure.DEALS_LOST)).isEqualTo(Map.of("ada", 1L));
    }

    @Test
    void creditFollowsTheOwnerWhereThePolicySaysSo() {
        EntityStory follows = new EntityStory(CreditPolicy.FOLLOW).version(1, won(12).owner("ada"));

        follows.version(2, won(12).owner("bob"));

        assertThat(follows.revenue()).isEqualTo(Map.of("bob", 100L));
        assertThat(follows.of("ada", 2).isZero()).isTrue();
    }

    @Test
    void anOpenDealMovesWhole() {
        story.version(1, open().owner("ada"));

        story.version(2, open().owner("bob"));

        assertThat(story.open()).isEqualTo(Map.of("bob", 1L));
        assertThat(story.total(Measure.DEALS_CREATED)).isEqualTo(Map.of("bob", 1L));
    }

    @Test
    void aDealReopenedAndClosedAgainBelongsToTheNewCloser() {
        story.version(1, won(12).owner("ada")).version(2, open().owner("bob"));
        assertThat(story.open()).isEqualTo(Map.of("bob", 1L));

        story.version(3, won(14).owner("bob")).version(4, won(14).owner("cy"));

        assertThat(story.revenue()).isEqualTo(Map.of("bob", 100L));
    }

    @Test
    void fromWonToLostANewSpellBegins() {
        story.version(1, won(12).owner("ada")).version(2, won(12).owner("bob"));

        story.version(3, lost(14).owner("bob"));

        assertThat(story.revenue()).isEmpty();
        assertThat(story.total(Measure.DEALS_LOST)).isEqualTo(Map.of("bob", 1L));
    }

    @Test
    void aDeletionEndsTheSpell() {
        story.version(1, won(12).owner("ada")).version(2, deleted());

        story.version(3, won(12).owner("bob"));

        assertThat(story.revenue()).isEqualTo(Map.of("bob", 100L));
    }

    @Test
    void aLateChangeAltersWhoOwnedTheDealAtItsClose() {
        story.version(1, open().owner("ada")).version(4, won(12).owner("bob"));
        assertThat(story.revenue()).isEqualTo(Map.of("bob", 100L));

        story.version(3, won(11).owner("cy"));

        assertThat(story.revenue()).isEqualTo(Map.of("cy", 100L));
        assertThat(story.of("cy", 12, Measure.REVENUE)).isEqualTo(100);
    }

    /** The trap 'credit from per-field maxima': open (ada), then won (bob) of version 3, then won (ada) of version 2, late. */
    @Test
    void creditIsNotReadFromTheLatestValueOfEachField() {
        story.version(1, open().owner("ada")).version(3, won(12).owner("bob"));

        story.version(2, won(12).owner("ada"));

        assertThat(story.revenue()).isEqualTo(Map.of("ada", 100L));
        assertThat(story.odd()).isEmpty();
    }

    @Test
    void aDealWithoutAnOwnerAtItsCloseStaysUnassigned() {
        story.version(1, won(12)).version(2, won(12).owner("ada"));

        assertThat(story.revenue()).isEqualTo(Map.of("unassigned", 100L));
    }
}
