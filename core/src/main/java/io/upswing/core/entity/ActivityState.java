package io.upswing.core.entity;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The whole state of an activity, as the CRM gives it.
 *
 * @param deal to which it belongs
 * @param lead to which it belongs
 */
public record ActivityState(
        Kind kind,
        Status status,
        Optional<Moment> happened,
        Optional<Moment> logged,
        Optional<String> owner,
        Optional<String> deal,
        Optional<String> lead,
        Optional<Channel> channel) {
    /** What a rep did. */
    public enum Kind {
        CALL,
        EMAIL,
        MEETING,
        DEMO,
        PROPOSAL,
        NOTE,
        TRAINING,
        COACHING
    }

    /** What a CRM says of an activity, or what became of it. Only what is done counts. */
    public enum Status {
        PLANNED,
        DONE,
        CANCELLED,
        NO_SHOW,
        DELETED,
        MERGED
    }

    /** Where an activity was logged from. */
    public enum Channel {
        MOBILE,
        DESK
    }

    /**
     * When something was: a day, and the instant, where the CRM gives one.
     *
     * @param day    epoch day in the organization's time zone
     * @param second seconds since the epoch
     */
    public record Moment(int day, OptionalLong second) {
        private static final long DAY_SECONDS = 86_400;

        /** Seconds from this moment to a later one; whole days where either is a day only; 0 if it is not later. */
        long secondsUntil(Moment later) {
            long seconds = second.isPresent() && later.second.isPresent()
                    ? later.second.getAsLong() - second.getAsLong()
                    : (later.day - (long) day) * DAY_SECONDS;
            return Math.max(0, seconds);
        }
    }
}
