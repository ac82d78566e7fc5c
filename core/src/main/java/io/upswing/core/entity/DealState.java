package io.upswing.core.entity;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The whole state of a deal, as the CRM gives it, with dates in the organization's time zone.
 *
 * @param amount   in minor units of the currency
 * @param currency empty: the reporting currency
 * @param created  epoch day; a deal without it is not open yet
 * @param closed   epoch day
 * @param credits  empty: the owner
 */
public record DealState(
        Status status,
        Optional<String> stage,
        OptionalLong amount,
        Optional<String> currency,
        OptionalInt created,
        OptionalInt closed,
        OptionalInt expectedClose,
        Optional<String> owner,
        List<Share> credits) {
    public DealState {
        credits = List.copyOf(credits);
    }

    /** What a CRM says of a deal, or what became of it. */
    public enum Status {
        OPEN,
        WON,
        LOST,
        DELETED,
        MERGED;

        boolean isClosed() {
            return this == WON || this == LOST;
        }
    }

    /**
     * A rep's share of the credit.
     *
     * @param basisPoints 1 to 10000
     */
    public record Share(String rep, int basisPoints) {}
}
