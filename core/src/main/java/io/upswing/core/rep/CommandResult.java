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
 * @param content   a hash of what was asked, and by whom: the same id with another content is another command
 */
public record CommandResult(
        String id, String rep, int day, Optional<Rejection> rejection, List<String> events, String content) {
    public CommandResult {
        events = List.copyOf(events);
    }

    /** Of a command whose id is taken by another one. */
    static CommandResult reused(CommandHeader header, int day, String content) {
        Rejection why = new Rejection(
                Rejection.Rule.ID_REUSED,
                "a command of the id " + header.id() + " has said something else",
                "give each command an id of its own; the same id only to say the same again");
        return new CommandResult(header.id(), header.rep(), day, Optional.of(why), List.of(), content);
    }

    static CommandResult of(CommandHeader header, int day, Decision<?> decision, String content) {
        return switch (decision) {
            case Decision.Rejected<?>(Rejection why) ->
                new CommandResult(header.id(), header.rep(), day, Optional.of(why), List.of(), content);
            case Decision.Accepted<?>(List<? extends Happened> events) ->
                new CommandResult(
                        header.id(),
                        header.rep(),
                        day,
                        Optional.empty(),
                        events.stream().map(event -> event.stamp().id()).toList(),
                        content);
        };
    }
}
