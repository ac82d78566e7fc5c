package io.upswing.schemas.serde;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.upswing.schemas.Credit;
import io.upswing.schemas.DealEvent;
import io.upswing.schemas.DealState;
import io.upswing.schemas.DealStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deals with something in each kind of field. */
final class TestDeals {
    private TestDeals() {}

    static DealEvent deal(String id, @Nullable Object created, @Nullable Object closed) {
        DealState state = DealState.newBuilder()
                .setStatus(DealStatus.WON)
                .setAmountMinor(250_00L)
                .setCreated(created)
                .setClosed(closed)
                .setExpectedClose(LocalDate.of(2017, 4, 1))
                .setOwner("rep-1")
                .setCredits(List.of(new Credit("rep-1", 6_000), new Credit("rep-2", 4_000)))
                .build();
        return DealEvent.newBuilder()
                .setEventId(id + "/" + UUID.nameUUIDFromBytes(id.getBytes(UTF_8)))
                .setOccurredAt(Instant.parse("2017-03-09T12:00:00Z"))
                .setChange(state)
                .build();
    }
}
