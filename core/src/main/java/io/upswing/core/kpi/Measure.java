package io.upswing.core.kpi;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is added up, per rep or unit and event date. Every measure is a 64-bit integer, so that sums are exact and their
 * order does not matter. Codes are stored and must never change their meaning.
 */
public enum Measure {
    /** Deals created, on the day created. */
    DEALS_CREATED(1, Kind.FLOW),
    /** Deals won, on the day closed. */
    DEALS_WON(2, Kind.FLOW),
    /** Deals lost, on the day closed. */
    DEALS_LOST(3, Kind.FLOW),
    /** Amount of the deals won, in minor units of the reporting currency, on the day closed. */
    REVENUE(4, Kind.FLOW),
    /** Deals won that have an amount in the reporting currency, on the day closed. */
    WON_WITH_AMOUNT(5, Kind.FLOW),
    /** Deals won whose amount is in another currency and is held, on the day closed. */
    WON_HELD(6, Kind.FLOW),
    /** Days from created to closed, summed over deals won that have both dates, on the day closed. */
    CYCLE_DAYS(7, Kind.FLOW),
    /** The same days as a histogram: how many deals in each {@link Buckets bucket}. */
    CYCLE_HISTOGRAM(8, Kind.FLOW),
    /** Open deals: +1 on the day created, −1 on the day closed. */
    OPEN_DEALS(9, Kind.BALANCE),
    /** Amount of the open deals in minor units of the reporting currency, likewise. */
    OPEN_AMOUNT(10, Kind.BALANCE),
    /** Open deals whose amount is in another currency and is held, likewise. */
    OPEN_HELD(11, Kind.BALANCE),
    /** Activities done, of every kind, on the day they happened. */
    ACTIVITIES(12, Kind.FLOW),
    /** Calls, likewise. */
    CALLS(13, Kind.FLOW),
    /** E-mails, likewise. */
    EMAILS(14, Kind.FLOW),
    /** Meetings held, likewise. */
    MEETINGS(15, Kind.FLOW),
    /** Demos, likewise. */
    DEMOS(16, Kind.FLOW),
    /** Proposals, likewise. */
    PROPOSALS(17, Kind.FLOW),
    /** Notes, likewise. */
    NOTES(18, Kind.FLOW),
    /** Trainings, likewise. */
    TRAININGS(19, Kind.FLOW),
    /** Coachings, likewise. */
    COACHINGS(20, Kind.FLOW),
    /** Activities of which the channel is known, likewise. */
    WITH_CHANNEL(21, Kind.FLOW),
    /** Those of them that were logged on a phone. */
    MOBILE(22, Kind.FLOW),
    /** Whole seconds from when an activity happened until it was logged, summed over those that tell both. */
    LOGGING_SECONDS(23, Kind.FLOW),
    /** The same seconds as a histogram. */
    LOGGING_HISTOGRAM(24, Kind.FLOW),
    /** The quota in force for the month in which a day lies, in minor units: added when it begins, taken back at its end. */
    QUOTA_MONTH(25, Kind.BALANCE),
    /** The quota in force for the fiscal quarter, likewise. */
    QUOTA_QUARTER(26, Kind.BALANCE),
    /** Days from the last activity to the window's last day, both included: 1 means that day itself. */
    ACTIVITY_AGE(27, Kind.RECENCY),
    /** Working days after the last activity up to the window's last day, and one. */
    ACTIVITY_WORKING_AGE(28, Kind.RECENCY),
    /** Open deals that have been open for longer than the configured days: +1 on the day they turn stale, −1 when closed. */
    STALE_DEALS(29, Kind.BALANCE),
    /** Amount of the open deals on the day on which they are expected to close, in minor units of the reporting currency. */
    EXPECTED_AMOUNT(30, Kind.FLOW),
    /** The squared amounts of the deals won, divided by 2^40, rounded down: with the rest exact, and far from overflow. */
    SQUARE_HIGH(31, Kind.FLOW),
    /** What is left of the squared amounts, each below 2^40. */
    SQUARE_LOW(32, Kind.FLOW);

    /** How a window comes to its amount. */
    public enum Kind {
        /** Summed over the window's days. */
        FLOW,
        /** Summed over all days so far. */
        BALANCE,
        /** Made when a window is read, from the day on which something last happened; in no pane. */
        RECENCY
    }

    private static final int BUCKET_BITS = 12;
    private static final int BUCKET_ZERO = 1 << (BUCKET_BITS - 1);
    private static final Map<Integer, Measure> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(m -> m.code, Function.identity()));

    private final int code;
    private final Kind kind;

    Measure(int code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether it has an amount for each of its buckets. */
    public boolean isHistogram() {
        return this == CYCLE_HISTOGRAM || this == LOGGING_HISTOGRAM;
    }

    private static final int SQUARE_BITS = 40;

    /** The sum of the squared amounts of the deals won; as near as a double can say. */
    public static double squares(Sums sums) {
        return Math.scalb((double) sums.get(SQUARE_HIGH), SQUARE_BITS) + sums.get(SQUARE_LOW);
    }

    /** Takes the two parts of a squared amount, which lies within ±10¹³. */
    public static void square(long amount, Sums.Visitor visitor) {
        long high = Math.multiplyHigh(amount, amount);
        long low = amount * amount;
        visitor.amount(SQUARE_HIGH.key(), high << (Long.SIZE - SQUARE_BITS) | low >>> SQUARE_BITS);
        visitor.amount(SQUARE_LOW.key(), low & ((1L << SQUARE_BITS) - 1));
    }

    /** The key of this measure in {@link Sums}. */
    public int key() {
        return key(0);
    }

    /** The key of one bucket of this measure in {@link Sums}; keys of a measure ascend with its buckets. */
    public int key(int bucket) {
        if (bucket < -BUCKET_ZERO || bucket >= BUCKET_ZERO) {
            throw new IllegalArgumentException("no such bucket: " + bucket);
        }
        return code << BUCKET_BITS | (bucket + BUCKET_ZERO);
    }

    /** The measure of a key. */
    public static Measure of(int key) {
        Measure measure = BY_CODE.get(key >>> BUCKET_BITS);
        if (measure == null) {
            throw new IllegalArgumentException("no measure has the code " + (key >>> BUCKET_BITS));
        }
        return measure;
    }

    /**
     * A key that came from elsewhere.
     *
     * @throws IllegalArgumentException if it is of no measure
     */
    public static int checkedKey(int key) {
        Measure measure = of(key);
        return measure.isHistogram() ? key : measure.key();
    }

    /** The bucket of a key; 0 where the measure is no histogram. */
    public static int bucket(int key) {
        return (key & ((1 << BUCKET_BITS) - 1)) - BUCKET_ZERO;
    }
}
