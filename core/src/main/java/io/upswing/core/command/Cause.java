package io.upswing.core.command;

import java.util.Optional;

/**
 * Why something happened: a command, or, where there is none, an evaluation.
 *
 * @param note the id of the author's note
 */
public record Cause(Optional<String> command, Optional<Author> author, Optional<String> note) {
    /** The evaluation of a closed day. */
    public static final Cause EVALUATION = new Cause(Optional.empty(), Optional.empty(), Optional.empty());

    /** A command. */
    public static Cause of(CommandHeader header) {
        return new Cause(Optional.of(header.id()), Optional.of(header.author()), header.note());
    }
}
