package io.upswing.embedded.registry;

import java.util.function.Consumer;
import java.util.function.Function;

/** Where changes are kept. Each is in the state when the call that appends it returns. */
public interface ChangeLog {

    /**
     * Does work that decides on the state and then appends changes, while no other does. At its beginning the state
     * holds everything in the log, also what an earlier call was not sure to have written.
     *
     * @param work gets the function that appends
     * @throws Refusal with status 500 when the log can't be read or written; what was appended may yet be there
     */
    <T> T write(Function<Consumer<Change>, T> work);
}
