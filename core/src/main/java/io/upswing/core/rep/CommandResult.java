package io.upswing.core.rep;

import io.upswing.core.command.Rejection;
import java.util.List;
import java.util.Optional;

/**
 * What became of a command.
 *
 * @param id        of the command
 * @param day       before whose evaluation it was handled
 * @param rejection why it was not carried out, if so
 * @param events    the ids of what happened; none if it was so already
 */
public record CommandResult(String id, String rep, int day, Optional<Rejection> rejection, List<String> events) {
    public CommandResult {
        events = List.copyOf(events);
    }
}
