package io.upswing.cli.render;

/**
 * What output goes to. The launcher finds it out, since Java can't tell in every version that Upswing runs on.
 *
 * @param columns characters in a line
 * @param resultsShown whether standard output is a terminal
 * @param messagesShown whether standard error is one
 */
public record Terminal(int columns, boolean resultsShown, boolean messagesShown) {
    /** Wide enough for all columns of the demo's table, where nobody says how wide it may be. */
    public static final int DEFAULT_COLUMNS = 120;

    private static final int NARROWEST = 40;

    /** A line below {@value #NARROWEST} characters can't be used, so it is taken for an unknown one. */
    public Terminal {
        columns = columns < NARROWEST ? DEFAULT_COLUMNS : columns;
    }

    /** No terminal at all: a pipe, a file. */
    public static Terminal none() {
        return new Terminal(DEFAULT_COLUMNS, false, false);
    }

    /** As the launcher has said by system properties {@code upswing.terminal.*}. */
    public static Terminal ofLauncher() {
        return new Terminal(
                Integer.getInteger("upswing.terminal.columns", DEFAULT_COLUMNS),
                Boolean.getBoolean("upswing.terminal.stdout"),
                Boolean.getBoolean("upswing.terminal.stderr"));
    }
}
