package io.upswing.core.entity;

import static io.upswing.core.entity.DealBuilder.open;
import static io.upswing.core.entity.DealBuilder.won;
import static io.upswing.core.entity.EntityStory.march;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.source.Bounds;
import io.upswing.core.source.Refusal.Reason;
import io.upswing.core.time.Days;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days and bounds of the entity stage. */
class EntityStageTest {
    private final EntityStory story = new EntityStory();

    private void refused(Reason reason, String... words) {
        assertThat(story.refusal()).hasValueSatisfying(refusal -> {
            assertThat(refusal.reason()).isEqualTo(reason);
            assertThat(refusal.detail()).contains(words);
        });
        story.expectNothingMore();
    }

    @Test
    void aChangeBeforeAnyWatermarkIsHandledAtOnce() {
        story.version(1, open().owner("ada"));

        assertThat(story.sent).extracting(EntityStory.Sent::k).containsOnly(Days.BEFORE_ALL);
        assertThat(story.said).isEmpty();
    }

    /** The trap 'the entity stage says only the latest day': the rep stage would start on different days. */
    @Test
    void everyDayIsSaidOneByOneFromTheFirstWatermarkOn() {
        story.says(10).version(1, open().owner("ada"));

        story.says(13);

        assertThat(story.said).containsExactly(10, 11, 12, 13);
        assertThat(story.sent).extracting(EntityStory.Sent::k).containsOnly(march(11));
    }

    @Test
    void doubledWatermarksSayNothingTwice() {
        story.says(9).says(9).says(10).says(9);

        assertThat(story.said).containsExactly(9, 10);
    }

    @Test
    void aRestartKeepsDealsAndDays() {
        story.says(9).version(1, won(9).owner("ada"));

        story.restart().says(11).version(2, won(9).owner("ada").worth(70));

        assertThat(story.said).containsExactly(9, 10, 11);
        assertThat(story.revenue()).isEqualTo(Map.of("ada", 70L));
        assertThat(story.sent.getLast().k()).isEqualTo(march(12));
    }

    @ParameterizedTest
    @ValueSource(longs = {Bounds.MAX_AMOUNT, -Bounds.MAX_AMOUNT})
    void theLargestAmountCounts(long amount) {
        story.version(1, won(12).owner("ada").worth(amount));

        assertThat(story.refusal()).isEmpty();
        assertThat(story.revenue()).isEqualTo(Map.of("ada", amount));
    }

    @ParameterizedTest
    @ValueSource(longs = {Bounds.MAX_AMOUNT + 1, -Bounds.MAX_AMOUNT - 1})
    void aLargerAmountIsRefused(long amount) {
        story.version(1, won(12).owner("ada").worth(amount));

        refused(Reason.AMOUNT_OUT_OF_BOUNDS, "amount", Long.toString(amount));
    }

    @Test
    void aDateBefore1990IsRefused() {
        story.version(1, open().owner("ada").created(Days.of("1989-12-31")));

        refused(Reason.DATE_OUT_OF_BOUNDS, "created", Integer.toString(Days.of("1989-12-31")));
    }

    @Test
    void aDateAfter2100IsRefusedAlsoInHistory() {
        story.version(1, open().owner("ada").closed(Days.of("2101-01-01")));

        refused(Reason.DATE_OUT_OF_BOUNDS, "closed", Integer.toString(Days.of("2101-01-01")));
    }

    @Test
    void aDateBeyondTheHorizonIsRefusedAndOneOnItCounts() {
        story.says(9);

        story.version(1, open().owner("ada").expected(march(10) + 366));
        refused(Reason.DATE_OUT_OF_BOUNDS, "expectedClose 2027-03-11", "365 days", "2026-03-10");

        story.version(1, open().owner("ada").expected(march(10) + 365));
        assertThat(story.refusal()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10_001, -1})
    void aShareOutOfBoundsIsRefused(int basisPoints) {
        story.version(1, won(12).credit("ada", 5_000).credit("bob", basisPoints));

        refused(Reason.SHARE_OUT_OF_BOUNDS, "bob", Integer.toString(basisPoints));
    }

    @Test
    void aSingleBasisPointIsAShare() {
        story.version(1, won(12).credit("ada", 1).credit("bob", 9_999));

        assertThat(story.refusal()).isEmpty();
    }

    @Test
    void aRefusedChangeLeavesTheDealAsItWas() {
        story.version(1, won(12).owner("ada")).version(2, won(12).owner("ada").worth(Bounds.MAX_AMOUNT + 1));

        assertThat(story.revenue()).isEqualTo(Map.of("ada", 100L));
    }
}
