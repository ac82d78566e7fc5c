package io.upswing.app.views;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Which entities are asked for.
 *
 * @param after the id after which the page begins; from the first on if empty
 * @param limit how many at most, from 1 to {@value #MOST}
 */
public record EntityQuestion(Kind kind, Optional<String> after, int limit) {
    /** The most entities in one answer. */
    public static final int MOST = 1_000;

    /** The kinds of entities. */
    public enum Kind {
        DEAL,
        ACTIVITY;

        /** As in paths. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of an id. */
        public static Optional<Kind> byId(String id) {
            return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
        }
    }

    public EntityQuestion {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("a page has 1 to " + MOST + " entities, not " + limit);
        }
    }
}
