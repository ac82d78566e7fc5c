package io.upswing.producers.rules;

import java.io.Serial;

/** A condition is no expression over a rep: says where and why. */
public final class WrongConditionException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    WrongConditionException(int line, int column, String reason) {
        super("line %d, column %d: %s".formatted(line, column, reason));
        this.line = line;
        this.column = column;
    }

    /** The line of the condition, from 1. */
    public int line() {
        return line;
    }

    /** The column in that line, from 1. */
    public int column() {
        return column;
    }
}
