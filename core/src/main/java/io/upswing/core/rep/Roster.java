package io.upswing.core.rep;

import io.upswing.core.kpi.Ledger;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The reps of a task, those of whom HR has told and those who have facts, and where they belong. */
final class Roster {
    /** The rep under whom counts what has no owner; HR does not know it. */
    static final String UNASSIGNED = "unassigned";

    private final Reps reps;
    private final Ledger ledger;
    /** Derived from the timelines. */
    private final Map<String, Membership> memberships = new HashMap<>();

    Roster(Reps reps, Ledger ledger) {
        this.reps = reps;
        this.ledger = ledger;
    }

    Rep get(String id) {
        return reps.get(id);
    }

    void put(String id, Rep rep) {
        reps.put(id, rep);
        memberships.remove(id);
    }

    Membership membership(String id) {
        return memberships.computeIfAbsent(id, rep -> new Membership(get(rep).timeline()));
    }

    /** All, ascending. */
    SortedSet<String> all() {
        SortedSet<String> all = new TreeSet<>(reps.ids());
        all.addAll(ledger.subjects());
        return all;
    }

    /** How many have facts, but HR has told of none of them where they stand. Cost: a look at each rep. */
    long unknown() {
        return ledger.subjects().stream()
                .filter(rep -> !rep.equals(UNASSIGNED))
                .filter(rep -> get(rep).timeline().isEmpty())
                .filter(rep -> !ledger.livePanes(rep).isEmpty())
                .count();
    }
}
