package io.upswing.core.kpi;

/**
 * Log-spaced buckets for percentiles that can be retracted: a histogram is a sum like any other. Whole numbers below 128
 * have a bucket each, so they are exact; above, each power of two is cut into 64 buckets, so that the middle of a bucket
 * is at most 1/128 (0.8 %) away from any value in it. Negative values mirror the positive ones.
 */
public final class Buckets {
    private static final int PER_OCTAVE_BITS = 6;
    private static final int EXACT = 1 << (PER_OCTAVE_BITS + 1);

    /** The largest value told apart; larger ones count as this. About 4,000 years in seconds. */
    static final long MAX = (1L << 37) - 1;

    private Buckets() {}

    /** The bucket of a value. */
    public static int of(long value) {
        return value < 0 ? -ofPositive(-Math.max(value, -MAX)) : ofPositive(Math.min(value, MAX));
    }

    private static int ofPositive(long value) {
        if (value < EXACT) {
            return (int) value;
        }
        int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(value) - PER_OCTAVE_BITS;
        return (shift << PER_OCTAVE_BITS) + (int) (value >> shift);
    }

    /** Twice the middle of a bucket: the sum of the smallest and the largest value in it. */
    public static long twiceMiddle(int bucket) {
        return bucket < 0 ? -twiceMiddleOfPositive(-bucket) : twiceMiddleOfPositive(bucket);
    }

    private static long twiceMiddleOfPositive(int bucket) {
        if (bucket < EXACT) {
            return 2L * bucket;
        }
        int shift = (bucket >> PER_OCTAVE_BITS) - 1;
        long lowest = (long) (bucket - (shift << PER_OCTAVE_BITS)) << shift;
        return 2 * lowest + (1L << shift) - 1;
    }
}
