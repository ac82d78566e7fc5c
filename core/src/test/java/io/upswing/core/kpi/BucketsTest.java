package io.upswing.core.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BucketsTest {
    private static final long MAX = (1L << 37) - 1;

    @Test
    void wholeNumbersBelow128AreExact() {
        for (int value = -127; value <= 127; value++) {
            assertThat(Buckets.of(value)).isEqualTo(value);
            assertThat(Buckets.twiceMiddle(value)).isEqualTo(2L * value);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // a bucket of two from 128 on, of four from 256 on
        "128, 257",
        "129, 257",
        "130, 261",
        "255, 509",
        "256, 515",
        "259, 515",
        "260, 523"
    })
    void largerOnesShareABucketWhoseMiddleStandsForThem(long value, long twiceMiddle) {
        assertThat(Buckets.twiceMiddle(Buckets.of(value))).isEqualTo(twiceMiddle);
    }

    @ParameterizedTest
    @ValueSource(longs = {MAX + 1, Long.MAX_VALUE})
    void beyondTheLargestAllCountAsTheLargest(long value) {
        assertThat(Buckets.of(value)).isEqualTo(Buckets.of(MAX)).isEqualTo(2047);
        assertThat(Buckets.of(-value)).isEqualTo(-2047);
    }

    @Test
    void theSmallestLongCountsAsTheSmallest() {
        assertThat(Buckets.of(Long.MIN_VALUE)).isEqualTo(-2047);
    }

    @Property
    void theMiddleIsWithinOnePartIn128(@ForAll @LongRange(min = 1, max = MAX) long value) {
        long twiceOff = Math.abs(Buckets.twiceMiddle(Buckets.of(value)) - 2 * value);

        assertThat(twiceOff * 128).isLessThanOrEqualTo(2 * value);
    }

    @Property
    void aLargerValueHasNoSmallerBucket(
            @ForAll @LongRange(min = -MAX, max = MAX) long one, @ForAll @LongRange(min = -MAX, max = MAX) long other) {
        long less = Math.min(one, other);
        long more = Math.max(one, other);

        assertThat(Buckets.of(less)).isLessThanOrEqualTo(Buckets.of(more));
        assertThat(Buckets.of(more - 1)).isBetween(Buckets.of(more) - 1, Buckets.of(more));
    }

    @Property
    void negativeValuesMirrorPositiveOnes(@ForAll @LongRange(min = 1, max = MAX) long value) {
        int bucket = Buckets.of(value);

        assertThat(Buckets.of(-value)).isEqualTo(-bucket);
        assertThat(Buckets.twiceMiddle(-bucket)).isEqualTo(-Buckets.twiceMiddle(bucket));
    }
}
