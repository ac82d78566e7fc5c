package io.upswing.core.rep;

import io.upswing.core.kpi.OrgUnit;
import io.upswing.core.kpi.OrgUnit.Level;
import io.upswing.core.kpi.Sums;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The units to which a rep belongs, day by day, and what the rep's panes add to their panes.
 *
 * <p>Flows count in the unit of their event date. A balance counts in the unit of its event date too, and on each later day
 * on which the rep changes unit it leaves the old unit and enters the new one: so that a unit's open deals are those of
 * its present members.
 */
final class Membership {
    /** Takes what is added to a unit's pane. */
    @FunctionalInterface
    interface Sink {
        void add(OrgUnit unit, int day, Sums sums);
    }

    private final List<TreeMap<Integer, Optional<OrgUnit>>> levels;

    Membership(Timeline timeline) {
        levels = List.of(
                timeline.changesOf(a -> a.team().map(id -> new OrgUnit(Level.TEAM, id))),
                timeline.changesOf(a -> a.region().map(id -> new OrgUnit(Level.REGION, id))));
    }

    /** The units on a day, the company included. */
    List<OrgUnit> on(int day) {
        List<OrgUnit> units = new ArrayList<>();
        levels.forEach(level -> Timeline.at(level, day).ifPresent(units::add));
        units.add(OrgUnit.COMPANY);
        return units;
    }

    boolean contains(OrgUnit unit, int day) {
        return unit.equals(OrgUnit.COMPANY)
                || levels.stream()
                        .anyMatch(level ->
                                Timeline.at(level, day).map(unit::equals).orElse(false));
    }

    /**
     * What a sum in the rep's pane adds to the units' panes.
     *
     * @param pane the event date, or the pane of the days before the kept ones
     * @param day  the day whose unit it counts in: the event date, or the last day that is no longer kept
     */
    void contribute(int pane, int day, Sums sums, Sink sink) {
        Sums balances = sums.balances();
        sink.add(OrgUnit.COMPANY, pane, sums);
        for (TreeMap<Integer, Optional<OrgUnit>> level : levels) {
            Optional<OrgUnit> unit = Timeline.at(level, day);
            unit.ifPresent(u -> sink.add(u, pane, sums));
            if (!balances.isZero()) {
                carry(level.tailMap(day, false), unit, balances, sink);
            }
        }
    }

    private static void carry(Map<Integer, Optional<OrgUnit>> moves, Optional<OrgUnit> from, Sums balances, Sink sink) {
        Optional<OrgUnit> left = from;
        for (Map.Entry<Integer, Optional<OrgUnit>> move : moves.entrySet()) {
            left.ifPresent(unit -> sink.add(unit, move.getKey(), balances.negated()));
            move.getValue().ifPresent(unit -> sink.add(unit, move.getKey(), balances));
            left = move.getValue();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Membership membership && levels.equals(membership.levels);
    }

    @Override
    public int hashCode() {
        return levels.hashCode();
    }
}
