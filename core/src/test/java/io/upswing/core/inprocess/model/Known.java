package io.upswing.core.inprocess.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that is known at the close of a day. Subjects are reps by id, {@code team:ID}, {@code region:ID} and
 * {@code company}; what is not in a map is empty.
 *
 * @param firstKept the first day of which panes are kept
 * @param windows   by subject, for each window that ends on the day
 * @param balances  by subject: what is open at the end of the day
 * @param panes     by subject and day
 * @param moves     by rep and day: how the day changed what is open
 * @param members   who is where
 * @param existing  the reps that exist
 */
public record Known(
        int day,
        int firstKept,
        Map<String, List<Pane>> windows,
        Map<String, Balance> balances,
        Map<String, SortedMap<Integer, Pane>> panes,
        Map<String, SortedMap<Integer, Balance>> moves,
        List<Member> members,
        Set<String> existing) {
    /** A rep is in a unit on the days from {@code since}, and before {@code until}. */
    public record Member(String unit, String rep, int since, int until) {}

    public Pane window(String subject, int window) {
        return windows.containsKey(subject) ? windows.get(subject).get(window) : Pane.EMPTY;
    }

    public Balance balance(String subject) {
        return balances.getOrDefault(subject, Balance.EMPTY);
    }

    public SortedMap<Integer, Pane> panes(String subject) {
        return panes.getOrDefault(subject, new TreeMap<>());
    }

    public Pane pane(String subject, int on) {
        return panes(subject).getOrDefault(on, Pane.EMPTY);
    }

    public SortedMap<Integer, Balance> moves(String rep) {
        return moves.getOrDefault(rep, new TreeMap<>());
    }

    public boolean isMember(String rep, String unit, int on) {
        return members.stream()
                .anyMatch(m -> m.rep().equals(rep) && m.unit().equals(unit) && on >= m.since() && on < m.until());
    }

    /** What a unit did on a day without one rep, as far as the rep was in it that day. */
    public Pane market(String rep, String unit, int on) {
        Pane all = pane(unit, on);
        return isMember(rep, unit, on) ? all.minus(pane(rep, on)) : all;
    }

    /** What a unit has open at the end of the day without one rep, if the rep is in it that day. */
    public Balance marketBalance(String rep, String unit) {
        Balance all = balance(unit);
        return isMember(rep, unit, day) ? all.minus(balance(rep)) : all;
    }
}
