package io.upswing.core.entity;

import static io.upswing.core.entity.DealBuilder.open;
import static io.upswing.core.entity.DealBuilder.won;
import static io.upswing.core.entity.EntityStory.march;
import static io.upswing.core.entity.PatchBuilder.patch;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.entity.DealState.Share;
import io.upswing.core.kpi.Measure;
import io.upswing.core.source.Bounds;
import io.upswing.core.source.Refusal.Reason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Changes of some fields. */
class PatchTest {
    private final EntityStory story = new EntityStory();

    @Test
    void aPatchSetsItsFieldsAndLeavesTheRest() {
        story.version(1, open().owner("ada"));

        story.version(2, patch().won(12).build());

        assertThat(story.revenue()).isEqualTo(Map.of("ada", 100L));
        assertThat(story.of("ada", 12, Measure.CYCLE_DAYS)).isEqualTo(10);
    }

    @Test
    void aPatchClearsAField() {
        story.version(1, won(12).owner("ada"));

        story.version(2, patch().withoutAmount().build());

        assertThat(story.revenue()).isEmpty();
        assertThat(story.total(Measure.DEALS_WON)).isEqualTo(Map.of("ada", 1L));
    }

    @Test
    void aLatePatchOfOneFieldIsNotLostBehindANewerOneOfAnother() {
        story.version(1, won(12).owner("ada")).version(3, patch().owner("bob").build());

        story.version(2, patch().worth(70).build());

        assertThat(story.revenue()).isEqualTo(Map.of("ada", 70L));
    }

    @Test
    void anOlderPatchOfTheSameFieldChangesNothing() {
        story.version(1, won(12).owner("ada"))
                .version(3, patch().worth(70).build())
                .forgetSent();

        story.version(2, patch().worth(50).build());

        story.expectNothingMore();
    }

    @Test
    void aWholeStateClearsWhatItDoesNotHave() {
        story.version(1, won(12).owner("ada").credit("bob", 10_000))
                .version(2, patch().worth(70).build());

        story.version(3, won(12).owner("ada").withoutAmount());

        assertThat(story.revenue()).isEmpty();
        assertThat(story.total(Measure.DEALS_WON)).isEqualTo(Map.of("ada", 1L));
    }

    @Test
    void theOrderOfPatchesDoesNotMatter() {
        DealChange close = patch().won(12).build();
        DealChange reprice = patch().worth(70).build();
        DealChange handOver = patch().owner("bob").build();
        story.version(1, open().owner("ada"))
                .version(2, close)
                .version(3, reprice)
                .version(4, handOver);

        EntityStory backwards = new EntityStory()
                .version(4, handOver)
                .version(3, reprice)
                .version(2, close)
                .version(1, open().owner("ada"));

        assertThat(backwards.standing()).isEqualTo(story.standing());
        assertThat(backwards.revenue()).isEqualTo(Map.of("ada", 70L));
    }

    @Test
    void thePatchThatClosesMayNameTheOwner() {
        story.version(1, open().owner("ada"))
                .version(2, patch().won(12).owner("bob").build());

        story.version(3, patch().owner("cy").build());

        assertThat(story.revenue()).isEqualTo(Map.of("bob", 100L));
    }

    @Test
    void anOwnerClearedFromAnOpenDealLeavesItUnassigned() {
        story.version(1, open().owner("ada")).version(2, patch().withoutOwner().build());

        assertThat(story.open()).isEqualTo(Map.of("unassigned", 1L));
        assertThat(story.odd()).containsExactly(Oddity.UNASSIGNED);
    }

    @Test
    void creditsAreSetAndCleared() {
        story.version(1, won(12).owner("ada"))
                .version(2, patch().credit(List.of(new Share("bob", 10_000))).build());
        assertThat(story.revenue()).isEqualTo(Map.of("bob", 100L));

        story.version(3, patch().credit(List.of()).build());

        assertThat(story.revenue()).isEqualTo(Map.of("ada", 100L));
    }

    @Test
    void aPatchOfAnUnknownDealCountsNothingUntilItsStatusIsKnown() {
        story.version(2, patch().worth(70).build());
        story.expectNothingMore();

        story.version(1, won(12).owner("ada"));

        assertThat(story.revenue()).isEqualTo(Map.of("ada", 70L));
    }

    @Test
    void aPatchOutOfBoundsIsRefused() {
        story.version(1, won(12).owner("ada")).says(12);

        story.version(2, patch().worth(Bounds.MAX_AMOUNT + 1).build());
        assertThat(story.refusal())
                .hasValueSatisfying(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.AMOUNT_OUT_OF_BOUNDS));

        story.version(2, patch().won(13 + 366).build());
        assertThat(story.refusal())
                .hasValueSatisfying(refusal -> assertThat(refusal.detail()).contains("closed 2027-03-14"));

        story.version(2, patch().credit(List.of(new Share("bob", 0))).build());
        assertThat(story.refusal())
                .hasValueSatisfying(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.SHARE_OUT_OF_BOUNDS));
        assertThat(story.revenue()).isEqualTo(Map.of("ada", 100L));
        assertThat(story.sent.getLast().day()).isEqualTo(march(12));
    }
}
