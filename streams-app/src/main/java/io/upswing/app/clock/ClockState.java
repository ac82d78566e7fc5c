package io.upswing.app.clock;

/** What a live clock is doing. */
public enum ClockState {
    /** It closes days. */
    ACTIVE,
    /** It would, but there are input partitions without any watermark, so that it can't know from which day on. */
    WAITING,
    /** Another instance does it; this one takes over when no sign of it has come for a while. */
    STANDBY,
    /** Something failed, such as the way to the broker; it tries again. */
    RETRYING,
    /** It has been closed. */
    CLOSED
}
