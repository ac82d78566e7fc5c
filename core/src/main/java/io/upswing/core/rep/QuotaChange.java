package io.upswing.core.rep;

import io.upswing.core.source.SourceOrder;
import io.upswing.core.time.Days;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What HR says of a rep's quota for one period.
 *
 * @param amount in minor units of the reporting currency, for the whole period; empty: what was said under this slot is
 *               retracted
 */
public record QuotaChange(String rep, SourceOrder order, Slot slot, OptionalLong amount) implements OrgRecord {
    /** What a quota is for. */
    public enum Period {
        MONTH,
        /** Of the fiscal year. */
        QUARTER
    }

    /**
     * One period's quota from some day on: of several changes of a slot the one that stands last in the source's order
     * holds.
     *
     * @param start         the period's first day
     * @param effectiveFrom the first day on which the amount is in force, until that of the next slot of the period
     */
    public record Slot(Period period, int start, int effectiveFrom) implements Comparable<Slot> {
        /** For people: the period and its first day. */
        String text() {
            return period.name().toLowerCase(Locale.ROOT) + " " + Days.text(start);
        }

        @Override
        public int compareTo(Slot other) {
            int byPeriod = period.compareTo(other.period);
            int byStart = byPeriod != 0 ? byPeriod : Integer.compare(start, other.start);
            return byStart != 0 ? byStart : Integer.compare(effectiveFrom, other.effectiveFrom);
        }
    }
}
