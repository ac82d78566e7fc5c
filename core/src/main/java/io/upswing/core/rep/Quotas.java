package io.upswing.core.rep;

import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.Sums;
import io.upswing.core.rep.QuotaChange.Period;
import io.upswing.core.rep.QuotaChange.Slot;
import io.upswing.core.source.Versioned;
import io.upswing.core.time.WorkingCalendar;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A rep's quotas. Immutable.
 *
 * <p>As facts they are balances: a period's quota is added on the day on which it comes into force, and taken back when the
 * period is over. So a balance of a day is the whole period's quota as in force on that day, of a rep, and, since balances
 * move with their rep, of a team with its present members.
 *
 * @param slots the amount that stands in each slot; none where it is retracted
 */
public record Quotas(SortedMap<Slot, Versioned<OptionalLong>> slots) {
    /** No quota. */
    public static final Quotas NONE = new Quotas(Collections.emptySortedMap());

    public Quotas {
        slots = Collections.unmodifiableSortedMap(new TreeMap<>(slots));
    }

    /**
     * These quotas with one more change, without the periods that were over by {@code edge}: a correction of one of those
     * adds to days that are no longer kept what it takes from others of them.
     */
    Quotas plus(QuotaChange change, int edge, int fiscalYearStart) {
        SortedMap<Slot, Versioned<OptionalLong>> more = new TreeMap<>(slots);
        more.merge(
                change.slot(),
                new Versioned<>(change.order(), change.amount()),
                (known, added) -> known.merge(added.order(), added.value()));
        more.keySet().removeIf(slot -> end(slot, fiscalYearStart) <= edge);
        return new Quotas(more);
    }

    /** The quotas as facts, by day. */
    SortedMap<Integer, Sums> facts(int fiscalYearStart) {
        Steps steps = new Steps(fiscalYearStart);
        slots.forEach((slot, amount) -> amount.value().ifPresent(minor -> steps.quota(slot, minor)));
        return steps.build();
    }

    /** The first day after a slot's period. */
    private static int end(Slot slot, int fiscalYearStart) {
        return slot.period() == Period.MONTH
                ? WorkingCalendar.nextMonth(slot.start())
                : WorkingCalendar.nextQuarter(slot.start(), fiscalYearStart);
    }

    /** The amounts in force, day by day: slots come in order of period and day. */
    private static final class Steps {
        private final int fiscalYearStart;
        /** By period and its start, the amount from each day on. */
        private final SortedMap<Slot, SortedMap<Integer, Long>> inForce = new TreeMap<>();

        Steps(int fiscalYearStart) {
            this.fiscalYearStart = fiscalYearStart;
        }

        void quota(Slot slot, long amount) {
            int from = Math.max(slot.effectiveFrom(), slot.start());
            if (from < end(slot, fiscalYearStart)) {
                Slot period = new Slot(slot.period(), slot.start(), slot.start());
                inForce.computeIfAbsent(period, p -> new TreeMap<>()).put(from, amount);
            }
        }

        SortedMap<Integer, Sums> build() {
            Map<Integer, Sums.Builder> days = new TreeMap<>();
            inForce.forEach((period, amounts) -> {
                Measure measure = period.period() == Period.MONTH ? Measure.QUOTA_MONTH : Measure.QUOTA_QUARTER;
                long before = 0;
                for (Map.Entry<Integer, Long> step : amounts.entrySet()) {
                    add(days, step.getKey(), measure, step.getValue() - before);
                    before = step.getValue();
                }
                add(days, end(period, fiscalYearStart), measure, -before);
            });
            SortedMap<Integer, Sums> facts = new TreeMap<>();
            days.forEach((day, sums) -> facts.put(day, sums.build()));
            return facts;
        }

        private static void add(Map<Integer, Sums.Builder> days, int day, Measure measure, long amount) {
            days.computeIfAbsent(day, d -> new Sums.Builder()).add(measure, amount);
        }
    }
}
