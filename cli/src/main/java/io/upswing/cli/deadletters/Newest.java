package io.upswing.cli.deadletters;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the newest of many letters, without their values. */
public final class Newest {
    private static final Comparator<Letter> BY_AGE =
            Comparator.comparing(Letter::since).thenComparing(Letter::place);

    private final int most;
    private final PriorityQueue<Letter> kept = new PriorityQueue<>(BY_AGE);
    private long count;

    /** @param most how many are kept */
    public Newest(int most) {
        this.most = most;
    }

    /** One more. */
    public void add(Letter letter) {
        count++;
        kept.add(letter.withoutValue());
        if (kept.size() > most) {
            kept.remove();
        }
    }

    /** How many there were. */
    public long count() {
        return count;
    }

    /** Those kept, the oldest first. */
    public List<Letter> letters() {
        return kept.stream().sorted(BY_AGE).toList();
    }
}
