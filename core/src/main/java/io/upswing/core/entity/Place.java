package io.upswing.core.entity;

/**
 * Where a fact counts.
 *
 * @param day its event date
 */
public record Place(String rep, int day) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
        int byRep = rep.compareTo(other.rep);
        return byRep != 0 ? byRep : Integer.compare(day, other.day);
    }
}
