package io.upswing.cli.shell;

/** What scripts learn from the exit code; the numbers from 64 on are those of BSD's {@code sysexits.h}. */
public final class ExitCode {
    /** Done. */
    public static final int OK = 0;

    /** Not done, for a reason that the message gives. */
    public static final int FAILED = 1;

    /** The command line is wrong. */
    public static final int USAGE = 2;

    /** What was looked at is wrong: {@code topics check} found problems, an export can't be read. */
    public static final int WRONG_DATA = 65;

    /** Broker, registry or app don't answer. */
    public static final int UNAVAILABLE = 69;

    /** An error in Upswing itself. */
    public static final int BUG = 70;

    /** A file could not be read or written. */
    public static final int IO = 74;

    /** Configuration or mapping file is wrong. */
    public static final int CONFIG = 78;

    private ExitCode() {}
}
