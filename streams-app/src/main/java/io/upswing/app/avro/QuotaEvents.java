package io.upswing.app.avro;

import io.upswing.core.rep.QuotaChange;
import io.upswing.core.rep.QuotaChange.Period;
import io.upswing.core.rep.QuotaChange.Slot;
import io.upswing.core.source.Refusal;
import io.upswing.core.source.Refusal.Reason;
import io.upswing.core.time.Days;
import io.upswing.schemas.QuotaEvent;
import io.upswing.schemas.QuotaRetracted;
import io.upswing.schemas.QuotaState;
import java.time.LocalDate;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Quota events as the rep stage takes them.
 *
 * @param reportingCurrency ISO 4217: a quota in another can't be compared with revenue, and is not taken
 */
public record QuotaEvents(String reportingCurrency) {
    /**
     * What the event says of a rep.
     *
     * @throws RefusedException if a field can't be taken
     */
    public QuotaChange change(String rep, QuotaEvent event) {
        LocalDate start = event.getPeriodStart();
        @Nullable LocalDate effective = event.getEffectiveFrom();
        return new QuotaChange(
                rep,
                DealEvents.order(event.getEventId(), event.getSourceVersion(), event.getOccurredAt()),
                new Slot(
                        switch (event.getPeriod()) {
                            case MONTH -> Period.MONTH;
                            case QUARTER -> Period.QUARTER;
                        },
                        Days.of(start),
                        Days.of(effective == null ? start : effective)),
                switch (event.getChange()) {
                    case QuotaState state -> amount(state);
                    case QuotaRetracted ignored -> OptionalLong.empty();
                    default -> throw new IllegalArgumentException("no change of a quota: " + event.getChange());
                });
    }

    private OptionalLong amount(QuotaState state) {
        @Nullable String currency = state.getCurrency();
        if (currency != null
                && !currency.isBlank()
                && !currency.strip().toUpperCase(Locale.ROOT).equals(reportingCurrency)) {
            throw new RefusedException(new Refusal(
                    Reason.FOREIGN_CURRENCY,
                    "the quota is in " + Ids.word("currency", currency) + ", not in " + reportingCurrency));
        }
        return OptionalLong.of(state.getAmountMinor());
    }
}
