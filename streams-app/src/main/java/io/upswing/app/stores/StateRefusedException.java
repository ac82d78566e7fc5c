package io.upswing.app.stores;

/** A task's state is not for this app as it is now. It stays so, however often it is tried: the message says what to do. */
public abstract sealed class StateRefusedException extends RuntimeException
        permits UnknownFormatException, ChangedSettingsException {
    static final String RESET =
            "stop all instances and run ./upswing reset, which deletes what was computed: the app then replays the input"
                    + " topics";

    private static final long serialVersionUID = 1;

    StateRefusedException(String message) {
        super(message);
    }
}
