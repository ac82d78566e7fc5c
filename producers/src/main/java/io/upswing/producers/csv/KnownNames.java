package io.upswing.producers.csv;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Keeps an older export from bringing back the names that a newer one has changed. */
final class KnownNames {
    private final Map<String, Instant> asOf;

    /** @param asOf as of when the names that lie in their topic are known, by key */
    KnownNames(Map<String, Instant> asOf) {
        this.asOf = asOf;
    }

    /** Whether a record is no name, or one that no newer export has said. */
    boolean lets(ImportRecord record) {
        return !(record instanceof ImportRecord.OfName name) || isNew(name);
    }

    private boolean isNew(ImportRecord.OfName name) {
        Optional<Instant> known = Optional.ofNullable(asOf.get(name.key()));
        return known.isEmpty()
                || name.asOf().map(said -> !said.isBefore(known.get())).orElse(false);
    }
}
