package io.upswing.producers.csv;

import io.upswing.schemas.DealStatus;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A deal as its row has it: what it is now.
 *
 * @param version none if the mapping names no such column
 */
record Deal(
        String id,
        OptionalLong version,
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
