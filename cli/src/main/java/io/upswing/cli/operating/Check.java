package io.upswing.cli.operating;

import java.util.List;

/** A look at one thing. */
interface Check {
    /** What it looks at, in a word or two. */
    String what();

    /**
     * Looks.
     *
     * @throws RuntimeException if it can't be looked at, which counts as a finding
     */
    List<Finding> look() throws InterruptedException;

    /** What to do if it can't be looked at. */
    String otherwise();
}
