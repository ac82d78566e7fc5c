package io.upswing.core.inprocess.history;

/**
 * A change on its way into the log.
 *
 * @param day on which it is written, if its partition keeps pace; {@link #BEFORE_ALL}: before any watermark
 */
public record Arrival(int day, Change change) {
    /** Before any watermark. */
    public static final int BEFORE_ALL = Integer.MIN_VALUE;
}
