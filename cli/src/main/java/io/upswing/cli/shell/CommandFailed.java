package io.upswing.cli.shell;

import java.io.Serial;

/** A command can't do what it was asked to; the message is for the person who asked. */
public final class CommandFailed extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    /**
     * @param exitCode one of {@link ExitCode}
     * @param message one sentence or more: what is wrong, and what would be right
     */
    public CommandFailed(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** As above, with what led to it, which {@code --verbose} shows. */
    public CommandFailed(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** One of {@link ExitCode}. */
    public int exitCode() {
        return exitCode;
    }
}
