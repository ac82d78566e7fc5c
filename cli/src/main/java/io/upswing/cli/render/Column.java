package io.upswing.cli.render;

/**
 * A column of a {@link Table}.
 *
 * @param title above it
 * @param align where its cells stand
 * @param need how much it is needed: in a narrow terminal those with the highest number go first; 0 never goes
 */
public record Column(String title, Align align, int need) {
    /** Where a cell's text stands. */
    public enum Align {
        LEFT,
        RIGHT
    }

    /** Text. */
    public static Column text(String title, int need) {
        return new Column(title, Align.LEFT, need);
    }

    /** Numbers. */
    public static Column number(String title, int need) {
        return new Column(title, Align.RIGHT, need);
    }
}
