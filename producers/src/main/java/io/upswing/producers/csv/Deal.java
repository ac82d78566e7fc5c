package io.upswing.producers.csv;

import io.upswing.schemas.DealStatus;
import java.util.Optional;

/** A deal as its row has it: what it is now. */
record Deal(
        String id,
        Optional<String> owner,
        DealStatus status,
        String stage,
        Optional<AmountRule.Amount> amount,
        Optional<CrmDate> created,
        Optional<CrmDate> closed,
        Optional<CrmDate> expectedClose) {

    boolean isOpen() {
        return status == DealStatus.OPEN;
    }
}
