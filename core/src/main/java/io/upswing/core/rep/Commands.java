package io.upswing.core.rep;

import java.util.List;
import java.util.Optional;

/** Commands that wait for the evaluation before theirs, and what became of those that were handled. */
public interface Commands {
    void await(int k, RepCommand command);

    /** Removes the commands recorded on k, and returns them in order of arrival. */
    List<RepCommand> take(int k);

    /** What became of a command of a rep. */
    Optional<CommandResult> result(String rep, String id);

    void put(CommandResult result);
}
