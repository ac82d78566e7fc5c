package io.upswing.app.clock;

import java.time.LocalDate;

/** What a live clock tells: for metrics and health. Called on the clock's thread; must return soon and not throw. */
public interface ClockListener {
    /** The clock is doing something else now. */
    default void stateChanged(ClockState state) {}

    /** The last day that is closed in all input partitions: when the clock starts, and after each day that it closes. */
    default void lastDay(LocalDate day) {}

    /** A step failed, and will be tried again. */
    default void failed(Exception cause) {}
}
