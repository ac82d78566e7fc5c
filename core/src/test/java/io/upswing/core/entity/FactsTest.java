package io.upswing.core.entity;

import static io.upswing.core.entity.DealBuilder.lost;
import static io.upswing.core.entity.DealBuilder.open;
import static io.upswing.core.entity.DealBuilder.won;
import static io.upswing.core.entity.EntityStory.deleted;
import static io.upswing.core.entity.EntityStory.march;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.Sums;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a deal's states add up to. A deal is created on 2 March and worth 100, unless a test says otherwise. */
class FactsTest {
    private final EntityStory story = new EntityStory();

    @Test
    void anOpenDealIsOpenFromTheDayOnWhichItWasCreated() {
        story.version(1, open().owner("ada"));

        assertThat(story.of("ada", 2)).hasToString("{DEALS_CREATED=1, OPEN_DEALS=1, OPEN_AMOUNT=100}");
        assertThat(story.standing()).containsOnlyKeys("ada 2026-03-02", "ada 2026-05-02");
    }

    /** Deals are stale after 60 days here. */
    @Test
    void anOpenDealTurnsStaleOnTheDayAfterThoseThatItMayBeOpen() {
        story.version(1, open().owner("ada"));

        assertThat(story.of("ada", 2 + 61)).hasToString("{STALE_DEALS=1}");
    }

    @Test
    void aStaleDealIsStaleUntilItIsClosed() {
        story.version(1, open().owner("ada")).version(2, lost(2 + 62).owner("ada"));

        assertThat(story.of("ada", 2 + 61)).hasToString("{STALE_DEALS=1}");
        assertThat(story.of("ada", 2 + 62))
                .hasToString("{DEALS_LOST=1, OPEN_DEALS=-1, OPEN_AMOUNT=-100, STALE_DEALS=-1}");
    }

    @Test
    void aDealClosedOnTheDayOnWhichItWouldTurnStaleNeverWas() {
        story.version(1, open().owner("ada")).version(2, lost(2 + 61).owner("ada"));

        assertThat(story.total(Measure.STALE_DEALS)).isEmpty();
        assertThat(story.of("ada", 2 + 61)).hasToString("{DEALS_LOST=1, OPEN_DEALS=-1, OPEN_AMOUNT=-100}");
    }

    @Test
    void aSharedDealLeavesEachRepTheSquareOfItsOwnPart() {
        story.version(1, won(12).worth(3_000_000_000_001L).credit("ada", 6_000).credit("bob", 4_000));

        assertThat(Measure.squares(story.of("ada", 12))).isEqualTo(1_800_000_000_001e0 * 1_800_000_000_001e0);
        assertThat(Measure.squares(story.of("bob", 12))).isEqualTo(1.2e12 * 1.2e12);
    }

    @Test
    void aWonDealIsClosedOnItsCloseDate() {
        story.version(1, open().owner("ada")).version(2, won(12).owner("ada"));

        assertThat(story.of("ada", 2)).hasToString("{DEALS_CREATED=1, OPEN_DEALS=1, OPEN_AMOUNT=100}");
        assertThat(story.of("ada", 12))
                .hasToString("{DEALS_WON=1, REVENUE=100, WON_WITH_AMOUNT=1, CYCLE_DAYS=10, CYCLE_HISTOGRAM[10]=1, "
                        + "OPEN_DEALS=-1, OPEN_AMOUNT=-100, SQUARE_LOW=10000}");
    }

    @Test
    void aLostDealBringsNoMoneyAndNoCycle() {
        story.version(1, lost(12).owner("ada"));

        assertThat(story.of("ada", 12)).hasToString("{DEALS_LOST=1, OPEN_DEALS=-1, OPEN_AMOUNT=-100}");
    }

    @Test
    void onlyTheDifferenceIsSent() {
        story.version(1, open().owner("ada")).forgetSent();

        story.version(2, open().owner("ada").worth(130));

        assertThat(story.sent)
                .extracting(EntityStory.Sent::sums)
                .containsExactly(new Sums.Builder().add(Measure.OPEN_AMOUNT, 30).build());
    }

    @Test
    void reopeningAWonDealTakesItsRevenueBack() {
        story.version(1, won(12).owner("ada"));

        story.version(2, open().owner("ada"));

        assertThat(story.of("ada", 12)).isEqualTo(Sums.ZERO);
        assertThat(story.open()).isEqualTo(Map.of("ada", 1L));
    }

    @Test
    void aRepricedDealCountsWithItsNewAmount() {
        story.version(1, won(12).owner("ada"));

        story.version(2, won(12).owner("ada").worth(70));

        assertThat(story.revenue()).isEqualTo(Map.of("ada", 70L));
        assertThat(story.of("ada", 12, Measure.DEALS_WON)).isEqualTo(1);
    }

    @Test
    void aRedatedDealMovesToItsNewDay() {
        story.version(1, won(12).owner("ada"));

        story.version(2, won(14).owner("ada"));

        assertThat(story.of("ada", 12)).isEqualTo(Sums.ZERO);
        assertThat(story.of("ada", 14, Measure.REVENUE)).isEqualTo(100);
        assertThat(story.of("ada", 14, Measure.CYCLE_DAYS)).isEqualTo(12);
    }

    @Test
    void aDeletedDealTakesAllBackAndARestoredOneBringsAllAgain() {
        story.version(1, won(12).owner("ada"));
        Map<String, Sums> before = story.standing();

        story.version(2, deleted());
        assertThat(story.standing()).isEmpty();

        story.version(3, won(12).owner("ada"));
        assertThat(story.standing()).isEqualTo(before);
    }

    @Test
    void aMergedDealTakesItsFactsBack() {
        story.version(1, won(12).owner("ada"));

        story.version(2, new DealChange.Merged("D2"));

        assertThat(story.standing()).isEmpty();
        assertThat(story.odd()).isEmpty();
    }

    @Test
    void aGapChangesNoFactAndIsShownUntilTheNextWholeState() {
        story.version(1, won(12).owner("ada")).forgetSent();

        story.version(2, new DealChange.Gap());
        story.expectNothingMore();
        assertThat(story.odd()).containsExactly(Oddity.GAP);

        story.version(3, won(12).owner("ada"));
        story.expectNothingMore();
        assertThat(story.odd()).isEmpty();
    }

    @Test
    void aDoubledChangeSendsNothing() {
        story.version(1, open().owner("ada")).version(2, won(12).owner("ada")).forgetSent();

        story.version(2, won(12).owner("ada")).version(1, open().owner("ada"));

        story.expectNothingMore();
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        story.version(1, open().owner("ada")).version(2, won(12).owner("bob")).version(3, won(13).owner("cy"));

        EntityStory backwards = new EntityStory()
                .version(3, won(13).owner("cy"))
                .version(1, open().owner("ada"))
                .version(2, won(12).owner("bob"));

        assertThat(backwards.standing()).isEqualTo(story.standing());
        assertThat(backwards.revenue()).isEqualTo(Map.of("bob", 100L));
    }

    @Test
    void aDeletionThatIsOlderThanTheStateDeletesNothing() {
        story.version(3, won(12).owner("ada")).forgetSent();

        story.version(2, deleted());

        story.expectNothingMore();
    }

    @Test
    void anAmountInAnotherCurrencyIsHeldVisibly() {
        story.version(1, open().owner("ada").in("USD"));
        assertThat(story.of("ada", 2)).hasToString("{DEALS_CREATED=1, OPEN_DEALS=1, OPEN_HELD=1}");

        story.version(2, won(12).owner("ada").in("USD"));

        assertThat(story.of("ada", 12))
                .hasToString("{DEALS_WON=1, WON_HELD=1, CYCLE_DAYS=10, CYCLE_HISTOGRAM[10]=1, OPEN_DEALS=-1, "
                        + "OPEN_HELD=-1}");
        assertThat(story.odd()).containsExactly(Oddity.FOREIGN_CURRENCY);
    }

    @Test
    void theReportingCurrencyByNameIsTheReportingCurrency() {
        story.version(1, won(12).owner("ada").in("EUR"));

        assertThat(story.revenue()).isEqualTo(Map.of("ada", 100L));
        assertThat(story.odd()).isEmpty();
    }

    @Test
    void aWonDealWithoutAmountIsWonAndInNoAverage() {
        story.version(1, won(12).owner("ada").withoutAmount());

        assertThat(story.of("ada", 12))
                .hasToString("{DEALS_WON=1, CYCLE_DAYS=10, CYCLE_HISTOGRAM[10]=1, OPEN_DEALS=-1}");
        assertThat(story.odd()).containsExactly(Oddity.WON_WITHOUT_AMOUNT);
    }

    @Test
    void anAmountOfZeroIsAnAmount() {
        story.version(1, won(12).owner("ada").worth(0));

        assertThat(story.of("ada", 12, Measure.WON_WITH_AMOUNT)).isEqualTo(1);
        assertThat(story.odd()).isEmpty();
    }

    @Test
    void aDealClosedBeforeItWasCreatedWasNeverOpen() {
        story.version(1, won(1).owner("ada"));

        assertThat(story.of("ada", 1))
                .hasToString("{DEALS_WON=1, REVENUE=100, WON_WITH_AMOUNT=1, CYCLE_DAYS=-1, CYCLE_HISTOGRAM[-1]=1, "
                        + "SQUARE_LOW=10000}");
        assertThat(story.of("ada", 2)).hasToString("{DEALS_CREATED=1}");
        assertThat(story.odd()).containsExactly(Oddity.CLOSED_BEFORE_CREATED);
    }

    @Test
    void aDealClosedOnTheDayOfItsCreationWasOpenForNoDay() {
        story.version(1, won(2).owner("ada"));

        assertThat(story.of("ada", 2))
                .hasToString("{DEALS_CREATED=1, DEALS_WON=1, REVENUE=100, WON_WITH_AMOUNT=1, CYCLE_HISTOGRAM=1, "
                        + "SQUARE_LOW=10000}");
    }

    @Test
    void aDealClosedWithoutADateIsNeitherOpenNorClosed() {
        story.version(1, open().owner("ada")).version(2, won(12).owner("ada").withoutClosed());

        assertThat(story.standing()).hasSize(1);
        assertThat(story.of("ada", 2)).hasToString("{DEALS_CREATED=1}");
        assertThat(story.odd()).containsExactly(Oddity.CLOSED_WITHOUT_DATE);
    }

    @Test
    void aDealWithoutACreationDateIsNotOpenYet() {
        story.version(1, open().owner("ada").withoutCreated());
        assertThat(story.standing()).isEmpty();
        assertThat(story.odd()).containsExactly(Oddity.NO_CREATED_DATE);

        story.version(2, won(12).owner("ada").withoutCreated());
        assertThat(story.of("ada", 12)).hasToString("{DEALS_WON=1, REVENUE=100, WON_WITH_AMOUNT=1, SQUARE_LOW=10000}");
    }

    @Test
    void aCloseDateOfAnOpenDealAddsNothing() {
        story.version(1, open().owner("ada").closed(march(20)));

        assertThat(story.of("ada", 20)).isEqualTo(Sums.ZERO);
    }

    @Test
    void anOpenDealIsExpectedToBringItsAmountOnItsExpectedClose() {
        story.version(1, open().owner("ada").expected(march(20)));

        assertThat(story.of("ada", 20)).hasToString("{EXPECTED_AMOUNT=100}");
    }

    @Test
    void aClosedDealIsExpectedNoLonger() {
        story.version(1, open().owner("ada").expected(march(20)))
                .version(2, won(12).owner("ada").expected(march(20)));

        assertThat(story.of("ada", 20)).isEqualTo(Sums.ZERO);
    }

    @Test
    void anExpectedAmountInAnotherCurrencyIsHeld() {
        story.version(1, open().owner("ada").expected(march(20)).in("USD"));

        assertThat(story.total(Measure.EXPECTED_AMOUNT)).isEmpty();
    }

    @Test
    void aDealWithoutAnOwnerIsUnassigned() {
        story.version(1, won(12));

        assertThat(story.revenue()).isEqualTo(Map.of("unassigned", 100L));
        assertThat(story.odd()).containsExactly(Oddity.UNASSIGNED);
    }

    @Test
    void aNegativeAmountCountsAndIsFlagged() {
        story.version(1, won(12).owner("ada").worth(-30));

        assertThat(story.revenue()).isEqualTo(Map.of("ada", -30L));
        assertThat(story.odd()).containsExactly(Oddity.NEGATIVE_AMOUNT);
    }

    @Test
    void everyFactCarriesTheRecordedDateOfTheChange() {
        story.version(1, won(12).owner("ada"));
        story.says(12).version(2, won(13).owner("ada"));

        assertThat(story.sent)
                .extracting(EntityStory.Sent::k)
                .containsExactly(Integer.MIN_VALUE, Integer.MIN_VALUE, march(13), march(13));
        assertThat(story.said).containsExactly(12);
    }
}
