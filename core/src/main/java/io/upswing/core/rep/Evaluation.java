package io.upswing.core.rep;

import io.upswing.core.kpi.Ledger;
import io.upswing.core.kpi.OrgUnit;
import io.upswing.core.kpi.Panes;
import io.upswing.core.kpi.Sums;
import io.upswing.core.time.Days;
import java.util.List;
import java.util.Optional;

/**
 * What a rule may look at when a closed day is evaluated for a rep: own panes, the market and org data, all as known at
 * the close of that day. It reads the stage's stores, and is valid only during the evaluation.
 */
public final class Evaluation {
    private final String rep;
    private final int day;
    private final Ledger own;
    private final Panes market;
    private final Timeline timeline;
    private final Membership membership;

    Evaluation(String rep, int day, Ledger own, Panes market, Timeline known) {
        this.rep = rep;
        this.day = day;
        this.own = own;
        this.market = market;
        this.timeline = known;
        this.membership = new Membership(known);
    }

    public String rep() {
        return rep;
    }

    /** D, the closed day that is evaluated. */
    public int day() {
        return day;
    }

    /** The first event date of which panes are kept. */
    public int firstDay() {
        return own.retention().edge(day) + 1;
    }

    /** The rep's team, region, hire date and leaves on a day. */
    public Optional<Assignment> assignment(int on) {
        return timeline.on(on);
    }

    /** The units to which the rep belongs on D, the company included. */
    public List<OrgUnit> units() {
        return membership.on(day);
    }

    /** The rep's own pane of a day up to D. */
    public Sums own(int on) {
        return on > day ? Sums.ZERO : own.foldedPane(rep, on);
    }

    /** The rep's own balances at the close of D. */
    public Sums ownBalance() {
        return Sums.total(own.foldedPanes(rep, day).values()).balances();
    }

    /** What a unit did on a day up to D without the rep: the unit's pane less the rep's, if the rep was in it that day. */
    public Sums market(OrgUnit unit, int on) {
        Sums all = on > day ? Sums.ZERO : market.get(unit.key(), on).flows();
        return membership.contains(unit, on) ? all.minus(own(on).flows()) : all;
    }

    /** A unit's balances at the close of D without the rep's, if the rep is in it on D. */
    public Sums marketBalance(OrgUnit unit) {
        Sums all = Sums.total(market.between(unit.key(), Days.BEFORE_ALL, day).values())
                .balances();
        return membership.contains(unit, day) ? all.minus(ownBalance()) : all;
    }
}
