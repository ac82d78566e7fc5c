package io.upswing.core.command;

/** Numbers the events of one rep on one day. */
public final class Stamps {
    private final String rep;
    private final int day;
    private final long at;
    private int last;

    /**
     * Goes on after the events that there are.
     *
     * @param at   milliseconds since the epoch
     * @param last the sequence of the last event of that day, or 0
     */
    public Stamps(String rep, int day, long at, int last) {
        this.rep = rep;
        this.day = day;
        this.at = at;
        this.last = last;
    }

    public int day() {
        return day;
    }

    /** The next one; the subject is a rule or a plan. */
    public Stamp next(String subject) {
        last++;
        String id = Stamp.hash(rep, subject, Integer.toString(day), Integer.toString(last));
        return new Stamp(id, day, last, at);
    }

    /** The sequence of the last one. */
    public int last() {
        return last;
    }
}
