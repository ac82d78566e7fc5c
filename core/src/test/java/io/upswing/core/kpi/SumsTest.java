package io.upswing.core.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SumsTest {
    private static Sums sums(Measure measure, long amount) {
        return new Sums.Builder().add(measure, amount).build();
    }

    @Test
    void addingIsByMeasure() {
        Sums one = new Sums.Builder()
                .add(Measure.DEALS_WON, 1)
                .add(Measure.REVENUE, 500)
                .build();
        Sums other = new Sums.Builder()
                .add(Measure.REVENUE, -200)
                .add(Measure.DEALS_LOST, 3)
                .build();

        Sums both = one.plus(other);

        assertThat(both.get(Measure.DEALS_WON)).isEqualTo(1);
        assertThat(both.get(Measure.DEALS_LOST)).isEqualTo(3);
        assertThat(both.get(Measure.REVENUE)).isEqualTo(300);
        assertThat(both.get(Measure.OPEN_DEALS)).isZero();
        assertThat(both.minus(other)).isEqualTo(one);
        assertThat(one.minus(other).get(Measure.DEALS_LOST)).isEqualTo(-3);
        assertThat(one.plus(one.negated())).isEqualTo(Sums.ZERO);
    }

    @Test
    void whatAddsUpToNothingIsTheOneZero() {
        assertThat(sums(Measure.REVENUE, 5).minus(sums(Measure.REVENUE, 5))).isSameAs(Sums.ZERO);
        assertThat(sums(Measure.REVENUE, 5).plus(sums(Measure.REVENUE, -5))).isSameAs(Sums.ZERO);
        assertThat(sums(Measure.REVENUE, 0)).isSameAs(Sums.ZERO);
        assertThat(new Sums.Builder().build()).isSameAs(Sums.ZERO);
        assertThat(Sums.ZERO.isZero()).isTrue();
        assertThat(Sums.ZERO.negated()).isSameAs(Sums.ZERO);
    }

    @Test
    void equalSumsAreEqualHoweverTheyCameAbout() {
        Sums straight = new Sums.Builder()
                .add(Measure.DEALS_WON, 2)
                .add(Measure.REVENUE, 7)
                .build();
        Sums detour = sums(Measure.REVENUE, 7)
                .plus(sums(Measure.DEALS_LOST, 1))
                .plus(sums(Measure.DEALS_WON, 2))
                .minus(sums(Measure.DEALS_LOST, 1));

        assertThat(detour).isEqualTo(straight).hasSameHashCodeAs(straight);
        assertThat(detour.size()).isEqualTo(2);
        assertThat(detour).hasToString("{DEALS_WON=2, REVENUE=7}");
    }

    @Test
    void flowsAndBalancesArePartedWithoutRest() {
        Sums sums = new Sums.Builder()
                .add(Measure.REVENUE, 7)
                .add(Measure.CYCLE_HISTOGRAM.key(-3), 2)
                .add(Measure.OPEN_DEALS, 1)
                .add(Measure.OPEN_AMOUNT, 9)
                .build();

        assertThat(sums.flows()).hasToString("{REVENUE=7, CYCLE_HISTOGRAM[-3]=2}");
        assertThat(sums.balances()).hasToString("{OPEN_DEALS=1, OPEN_AMOUNT=9}");
        assertThat(sums.flows().plus(sums.balances())).isEqualTo(sums);
    }

    @Test
    void amountsAreVisitedInOrderOfTheirKeysAndBucketsOfTheirValues() {
        Sums.Builder builder = new Sums.Builder();
        for (int bucket : new int[] {7, -2, 2047, 0, -2048, 3, 5, 6, 4, 1}) {
            builder.add(Measure.CYCLE_HISTOGRAM.key(bucket), 1);
        }

        List<Integer> buckets = new ArrayList<>();
        builder.build().forEach((key, amount) -> buckets.add(Measure.bucket(key)));

        assertThat(buckets).containsExactly(-2048, -2, 0, 1, 3, 4, 5, 6, 7, 2047);
    }

    @Test
    void anOverflowIsAnErrorAndNeverAWrongSum() {
        Sums most = sums(Measure.REVENUE, Long.MAX_VALUE);
        Sums least = sums(Measure.REVENUE, Long.MIN_VALUE);
        Sums one = sums(Measure.REVENUE, 1);

        assertThatThrownBy(() -> most.plus(one)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> least.minus(one)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(least::negated).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() ->
                        new Sums.Builder().add(Measure.REVENUE, Long.MAX_VALUE).add(Measure.REVENUE, 1))
                .isInstanceOf(ArithmeticException.class);
        assertThat(one.negated().minus(least).get(Measure.REVENUE)).isEqualTo(Long.MAX_VALUE);
    }
}
