package io.upswing.core.rep;

import io.upswing.core.command.CommandHeader;
import io.upswing.core.command.Decision;
import io.upswing.core.command.Happened;
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

    static CommandResult of(CommandHeader header, int day, Decision<?> decision) {
        return switch (decision) {
            case Decision.Rejected<?>(Rejection why) ->
                new CommandResult(header.id(), header.rep(), day, Optional.of(why), List.of());
            case Decision.Accepted<?>(List<? extends Happened> events) ->
                new CommandResult(
                        header.id(),
                        header.rep(),
                        day,
                        Optional.empty(),
                        events.stream().map(event -> event.stamp().id()).toList());
        };
    }
}
