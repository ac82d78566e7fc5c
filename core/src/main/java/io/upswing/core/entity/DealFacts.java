package io.upswing.core.entity;

import io.upswing.core.entity.DealState.Share;
import io.upswing.core.entity.DealState.Status;
import io.upswing.core.kpi.Buckets;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.Sums;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;

/**
 * The facts of a deal's state: what it adds to which rep on which event date.
 *
 * @param reportingCurrency ISO 4217; an amount in another is held: counted as a deal, in no sum of money
 * @param staleAfterDays    a deal that is open for longer is stale: from an event date of its own on
 */
record DealFacts(String reportingCurrency, CreditPolicy policy, int staleAfterDays) {
    /** The facts of a state, by place. */
    SortedMap<Place, Sums> of(Deal deal) {
        return of(deal, Credit.of(deal, policy));
    }

    /** The facts of a state that count for some reps. */
    SortedMap<Place, Sums> of(Deal deal, List<Share> credit) {
        Status status = deal.status().orElse(Status.DELETED);
        if (status == Status.DELETED || status == Status.MERGED) {
            return Collections.emptySortedMap();
        }
        FactCollector facts = new FactCollector(credit);
        OptionalInt created = deal.created().value();
        OptionalInt closed = status.isClosed() ? deal.closed().value() : OptionalInt.empty();
        created.ifPresent(day -> facts.count(day, Measure.DEALS_CREATED, 1));
        if (created.isPresent() && wasEverOpen(status, created.getAsInt(), closed)) {
            open(deal, created.getAsInt(), 1, facts);
            closed.ifPresent(day -> open(deal, day, -1, facts));
            stale(created.getAsInt(), closed, facts);
        }
        if (status == Status.OPEN && created.isPresent() && !isHeld(deal)) {
            deal.expectedClose()
                    .value()
                    .ifPresent(day -> facts.money(
                            day, Measure.EXPECTED_AMOUNT, deal.amount().value().orElse(0)));
        }
        closed.ifPresent(day -> close(deal, status, day, facts));
        return facts.build();
    }

    private void stale(int created, OptionalInt closed, FactCollector facts) {
        int turns = created + staleAfterDays + 1;
        if (closed.isEmpty() || closed.getAsInt() > turns) {
            facts.count(turns, Measure.STALE_DEALS, 1);
            closed.ifPresent(day -> facts.count(day, Measure.STALE_DEALS, -1));
        }
    }

    /** A deal closed before it was created was never open; nor is one that is closed on no known day. */
    private static boolean wasEverOpen(Status status, int created, OptionalInt closed) {
        return status.isClosed() ? closed.isPresent() && closed.getAsInt() >= created : true;
    }

    private void open(Deal deal, int day, int sign, FactCollector facts) {
        facts.count(day, Measure.OPEN_DEALS, sign);
        if (isHeld(deal)) {
            facts.count(day, Measure.OPEN_HELD, sign);
        } else {
            facts.money(day, Measure.OPEN_AMOUNT, sign * deal.amount().value().orElse(0));
        }
    }

    private void close(Deal deal, Status status, int day, FactCollector facts) {
        if (status == Status.LOST) {
            facts.count(day, Measure.DEALS_LOST, 1);
            return;
        }
        facts.count(day, Measure.DEALS_WON, 1);
        if (isHeld(deal)) {
            facts.count(day, Measure.WON_HELD, 1);
        } else if (deal.amount().value().isPresent()) {
            facts.count(day, Measure.WON_WITH_AMOUNT, 1);
            facts.revenue(day, deal.amount().value().getAsLong());
        }
        deal.created().value().ifPresent(created -> {
            int cycle = day - created;
            facts.count(day, Measure.CYCLE_DAYS, cycle);
            facts.count(day, Measure.CYCLE_HISTOGRAM.key(Buckets.of(cycle)), 1);
        });
    }

    private boolean isHeld(Deal deal) {
        return deal.amount().value().isPresent()
                && deal.currency()
                        .value()
                        .map(c -> !c.equals(reportingCurrency))
                        .orElse(false);
    }
}
