package io.upswing.core.rep;

import io.upswing.core.rep.QuotaChange.Period;
import io.upswing.core.source.Bounds;
import io.upswing.core.source.Refusal;
import io.upswing.core.source.Refusal.Reason;
import io.upswing.core.time.Days;
import io.upswing.core.time.WorkingCalendar;
import java.util.Optional;

/** Which quotas are taken. */
final class QuotaBounds {
    private QuotaBounds() {}

    /** Why a change recorded on day k is not taken, if so. */
    static Optional<Refusal> refusal(QuotaChange change, int k, Bounds bounds, int fiscalYearStart) {
        QuotaChange.Slot slot = change.slot();
        return bounds.date("periodStart", slot.start(), k)
                .or(() -> bounds.date("effectiveFrom", slot.effectiveFrom(), k))
                .or(() -> start(slot, fiscalYearStart))
                .or(() -> change.amount().isPresent() ? amount(change.amount().getAsLong(), bounds) : Optional.empty());
    }

    private static Optional<Refusal> start(QuotaChange.Slot slot, int fiscalYearStart) {
        boolean isMonth = slot.period() == Period.MONTH;
        int right = isMonth
                ? WorkingCalendar.monthStart(slot.start())
                : WorkingCalendar.quarterStart(slot.start(), fiscalYearStart);
        return right == slot.start()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        Reason.NO_PERIOD_START,
                        "periodStart is " + Days.text(slot.start()) + ", not the first day of a "
                                + (isMonth ? "month" : "quarter of the fiscal year") + " such as " + Days.text(right)));
    }

    private static Optional<Refusal> amount(long minor, Bounds bounds) {
        return minor < 0
                ? Optional.of(new Refusal(Reason.AMOUNT_OUT_OF_BOUNDS, "a quota is not below zero, as " + minor))
                : bounds.amount("amountMinor", minor);
    }
}
