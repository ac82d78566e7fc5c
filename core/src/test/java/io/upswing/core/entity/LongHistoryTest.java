package io.upswing.core.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.entity.DealState.Status;
import io.upswing.core.source.SourceOrder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LongHistoryTest {
    @Test
    void aDealRestatedForYearsKeepsWhoOwnedItAtTheCloseInBoundedSpace() {
        Deal deal = Deal.UNKNOWN;
        for (int version = 0; version < 2_000; version++) {
            deal = deal.merge(new SourceOrder(version, 0, "e"), "crm", new DealChange.Whole(state(version)));
        }

        assertThat(deal.statuses()).hasSizeLessThanOrEqualTo(Deal.LONGEST_HISTORY);
        assertThat(deal.owners()).hasSizeLessThanOrEqualTo(Deal.LONGEST_HISTORY);
        assertThat(deal.ownerAtSpellStart()).contains("closer");
        assertThat(deal.owner()).contains("heir");
    }

    /** Open with ada, won by closer from version 1,000 on, handed over to heir at 1,500. */
    private static DealState state(int version) {
        String owner = version < 1_000 ? "ada" : version < 1_500 ? "closer" : "heir";
        return new DealState(
                version < 1_000 ? Status.OPEN : Status.WON,
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.of(owner),
                List.of());
    }
}
