package io.upswing.cli.deadletters;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which dead letters are meant.
 *
 * @param reason with this reason only
 * @param topics whose records were refused in one of these only; empty: in any
 * @param partition whose refused records stand in this partition only
 * @param since not those that are older
 */
public record Wanted(Optional<String> reason, Set<String> topics, OptionalInt partition, Optional<Instant> since) {
    /** Copies the set. */
    public Wanted {
        topics = Set.copyOf(topics);
    }

    /** Whether a letter is. */
    public boolean includes(Letter letter) {
        return (reason.isEmpty() || reason.get().equals(letter.reason()))
                && (since.isEmpty() || !letter.since().isBefore(since.get()))
                && (topics.isEmpty()
                        || letter.source()
                                .filter(s -> topics.contains(s.topic()))
                                .isPresent())
                && (partition.isEmpty()
                        || letter.source()
                                .filter(s -> s.place().partition() == partition.getAsInt())
                                .isPresent());
    }
}
