package io.upswing.cli.deadletters;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which dead letters were sent again and refused again. A dead letter names the one it comes from by a header that any
 * producer could write, so it is believed only if key and topic agree.
 */
public final class Returns {
    private final Map<Place, Letter> byOrigin = new HashMap<>();

    /** Takes notice of a letter. */
    public void note(Letter letter) {
        letter.resentFrom()
                .ifPresent(origin -> byOrigin.merge(
                        origin, letter.withoutValue(), (a, b) -> a.since().isAfter(b.since()) ? a : b));
    }

    /** The latest dead letter that a letter has become by being sent again, as far as noted. */
    public Optional<Place> of(Letter letter) {
        return Optional.ofNullable(byOrigin.get(letter.place()))
                .filter(later -> !later.place().equals(letter.place()))
                .filter(later -> Arrays.equals(later.key(), letter.key()))
                .filter(later -> topic(later).equals(topic(letter)))
                .map(Letter::place);
    }

    private static Optional<String> topic(Letter letter) {
        return letter.source().map(Letter.Source::topic);
    }
}
