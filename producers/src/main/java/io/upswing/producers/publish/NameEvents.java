package io.upswing.producers.publish;

import io.upswing.schemas.Name;
import io.upswing.schemas.topics.TopicCatalogue;
import java.util.Optional;

/**
 * What a source calls reps, teams and regions: the one place for names, from where they can be erased. Of several the last one
 * published stands. Every method throws {@link InvalidEventException} for what Upswing would not take.
 */
public final class NameEvents {
    private static final String KIND = "name";

    private final Source source;

    /** What has a name. */
    public enum Of {
        REP("rep"),
        TEAM("team"),
        REGION("region");

        private final String word;

        Of(String word) {
            this.word = word;
        }
    }

    NameEvents(Source source) {
        this.source = source;
    }

    /** What a rep, team or region is called. */
    public SourceEvent<Name> called(Of what, String id, String name) {
        Check check = check(what, id);
        if (name.isBlank()) {
            throw check.invalid("name", "is blank: erase it, if there is none");
        }
        // Not as a word: a message about it would carry the name into logs.
        if (check.bytes("name", name) > Limits.MAX_ID_BYTES) {
            throw check.invalid("name", "has more than " + Limits.MAX_ID_BYTES + " bytes in UTF-8");
        }
        return event(what, id, Optional.of(new Name(name)));
    }

    /** Erases the name of a rep, team or region. */
    public SourceEvent<Name> erased(Of what, String id) {
        Check unused = check(what, id);
        return event(what, id, Optional.empty());
    }

    private static Check check(Of what, String id) {
        return Check.of("name of " + what.word, id);
    }

    private SourceEvent<Name> event(Of what, String id, Optional<Name> name) {
        String key = what.word + ":" + id;
        Name hashed = name.orElseGet(() -> new Name(""));
        return new SourceEvent<>(
                TopicCatalogue::names,
                key,
                name,
                source.attributes(EventIds.of(KIND, key, hashed), hashed, Optional.empty(), key));
    }
}
