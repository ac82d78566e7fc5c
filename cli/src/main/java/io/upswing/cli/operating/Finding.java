package io.upswing.cli.operating;

import java.util.Locale;
import java.util.Optional;

/**
 * What a look at one thing has found.
 *
 * @param what was looked at, in a word or two
 * @param text how it is
 * @param mend a command, or what else to do; empty if all is well
 */
public record Finding(Level level, String what, String text, Optional<String> mend) {
    /** How bad it is. */
    public enum Level {
        /** As it must be. */
        OK,
        /** Works, but something is not as one would want it. */
        WARN,
        /** Does not work, or results would be wrong. */
        ERROR;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding ok(String what, String text) {
        return new Finding(Level.OK, what, text, Optional.empty());
    }

    static Finding warn(String what, String text, String mend) {
        return new Finding(Level.WARN, what, text, Optional.of(mend));
    }

    static Finding error(String what, String text, String mend) {
        return new Finding(Level.ERROR, what, text, Optional.of(mend));
    }
}
