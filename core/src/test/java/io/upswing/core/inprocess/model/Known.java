package io.upswing.core.inprocess.model;

import io.upswing.core.evaluation.Assignment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that is known at the close of a day. Subjects are reps by id, {@code team:ID}, {@code region:ID} and
 * {@code company}; what is not in a map is empty.
 *
 * @param firstKept the first day of which panes are kept
 * @param windows   by subject, for each window that ends on the day
 * @param balances  by subject: what is open, and expected, at the end of the day
 * @param panes     by subject and day
 * @param moves     by rep and day: how the day changed what is open
 * @param recency   by subject: how long ago something was last done, of what is kept
 * @param members   who is where
 * @param posts     what HR says of whom
 * @param existing  the reps that exist
 */
public record Known(
        int day,
        int firstKept,
        Map<String, List<Pane>> windows,
        Map<String, Balance> balances,
        Map<String, SortedMap<Integer, Pane>> panes,
        Map<String, SortedMap<Integer, Balance>> moves,
        Map<String, Recency> recency,
        List<Member> members,
        List<Post> posts,
        Set<String> existing) {
    /** A rep is in a unit on the days from {@code since}, and before {@code until}. */
    public record Member(String unit, String rep, int since, int until) {}

    /** What HR says of a rep for the days from {@code since}, and before {@code until}. */
    public record Post(String rep, int since, int until, Assignment assignment) {}

    /** All that the KPIs of a subject are made of. */
    public record Kpis(List<Pane> windows, Balance balance, Optional<Recency> recency) {}

    /** Of each subject of which there is something to tell. */
    public Map<String, Kpis> kpis() {
        Set<String> subjects = new TreeSet<>(windows.keySet());
        subjects.addAll(balances.keySet());
        subjects.addAll(recency.keySet());
        Map<String, Kpis> kpis = new TreeMap<>();
        for (String subject : subjects) {
            List<Pane> some = windows.getOrDefault(subject, List.of()).stream()
                    .filter(pane -> !pane.equals(Pane.EMPTY))
                    .toList();
            Kpis all = new Kpis(some, balance(subject), recency(subject));
            if (!all.equals(new Kpis(List.of(), Balance.EMPTY, Optional.empty()))) {
                kpis.put(subject, all);
            }
        }
        return kpis;
    }

    public Pane window(String subject, int window) {
        return windows.containsKey(subject) ? windows.get(subject).get(window) : Pane.EMPTY;
    }

    public Balance balance(String subject) {
        return balances.getOrDefault(subject, Balance.EMPTY);
    }

    public Optional<Recency> recency(String subject) {
        return Optional.ofNullable(recency.get(subject));
    }

    public Optional<Assignment> assignment(String rep, int on) {
        return posts.stream()
                .filter(post -> post.rep().equals(rep) && on >= post.since() && on < post.until())
                .map(Post::assignment)
                .findFirst();
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
