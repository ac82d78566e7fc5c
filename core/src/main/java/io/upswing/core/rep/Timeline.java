package io.upswing.core.rep;

import io.upswing.core.evaluation.Assignment;
import io.upswing.core.time.Days;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A rep's assignments over time, with what was known when: of several changes with the same effective day the one that
 * stands last in the source's order holds. Immutable.
 *
 * @param entries in order of arrival
 */
public record Timeline(List<Entry> entries) {
    public static final Timeline EMPTY = new Timeline(List.of());

    public Timeline {
        entries = List.copyOf(entries);
    }

    /**
     * A change as it was learned.
     *
     * @param recorded    k
     * @param appliesFrom the effective day, but never before the panes that were kept on k: what lies behind them has
     *                    been summed up and stays where it is
     */
    public record Entry(OrgChange change, int recorded, int appliesFrom) {
        boolean supersedes(Entry other) {
            return change.effectiveFrom() == other.change.effectiveFrom()
                    && change.order().compareTo(other.change.order()) > 0;
        }
    }

    /** This timeline with one more change; the same if it knows a change of that effective day and order. */
    public Timeline plus(Entry entry) {
        boolean known = entries.stream()
                .anyMatch(e -> e.change().effectiveFrom() == entry.change().effectiveFrom()
                        && e.change().order().equals(entry.change().order()));
        if (known) {
            return this;
        }
        List<Entry> more = new ArrayList<>(entries);
        more.add(entry);
        return new Timeline(more);
    }

    /** From which days on the changes apply that were recorded on a day. */
    List<Integer> learned(int day) {
        return entries.stream()
                .filter(entry -> entry.recorded() == day)
                .map(Entry::appliesFrom)
                .toList();
    }

    /** What was known at the close of a day: the changes recorded up to it. */
    public Timeline known(int day) {
        return new Timeline(
                entries.stream().filter(entry -> entry.recorded() <= day).toList());
    }

    /**
     * Without the changes that no one asks for any more: superseded by one that was known on {@code day} and applies to all
     * days that are still kept, those after {@code edge}.
     */
    public Timeline pruned(int day, int edge) {
        List<Entry> kept = entries.stream()
                .filter(entry -> entries.stream()
                        .noneMatch(other ->
                                other.supersedes(entry) && other.recorded() <= day && other.appliesFrom() <= edge))
                .toList();
        return kept.size() == entries.size() ? this : new Timeline(kept);
    }

    /** The assignment that holds on a day. */
    public Optional<Assignment> on(int day) {
        TreeMap<Integer, Entry> standing = new TreeMap<>();
        for (Entry entry : entries) {
            if (entry.appliesFrom() <= day) {
                standing.merge(entry.change().effectiveFrom(), entry, (a, b) -> b.supersedes(a) ? b : a);
            }
        }
        return standing.descendingMap().values().stream()
                .map(entry -> entry.change().assignment())
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The days on which the assignment may change. */
    SortedSet<Integer> turns() {
        SortedSet<Integer> turns = new TreeSet<>();
        for (Entry entry : entries) {
            turns.add(entry.appliesFrom());
        }
        return turns;
    }

    /** The team, region and so on, day by day: a value of the assignment from each day on which it changes. */
    <T> TreeMap<Integer, Optional<T>> changesOf(Function<Assignment, Optional<T>> value) {
        TreeMap<Integer, Optional<T>> changes = new TreeMap<>();
        changes.put(Days.BEFORE_ALL, Optional.empty());
        for (int turn : turns()) {
            Optional<T> here = on(turn).flatMap(value);
            if (!here.equals(changes.lastEntry().getValue())) {
                changes.put(turn, here);
            }
        }
        return changes;
    }

    /** For a rep of whom nothing is known but facts. */
    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The value in force on a day, of {@link #changesOf}. */
    static <T> Optional<T> at(TreeMap<Integer, Optional<T>> changes, int day) {
        Map.Entry<Integer, Optional<T>> entry = changes.floorEntry(day);
        return entry == null ? Optional.empty() : entry.getValue();
    }
}
