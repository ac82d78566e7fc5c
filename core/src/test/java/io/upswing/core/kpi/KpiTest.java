package io.upswing.core.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A month in which 7 deals were created. 4 were won: for 100.00, 250.50 and 49.50, after 10, 13 and 200 days, and one in
 * another currency after 12 days. 1 was lost. 6 are open, together worth 900.00, 2 of them in another currency.
 */
class KpiTest {
    private static final Sums MONTH = new Sums.Builder()
            .add(Measure.DEALS_CREATED, 7)
            .add(Measure.DEALS_WON, 4)
            .add(Measure.DEALS_LOST, 1)
            .add(Measure.REVENUE, 400_00)
            .add(Measure.WON_WITH_AMOUNT, 3)
            .add(Measure.WON_HELD, 1)
            .add(Measure.CYCLE_DAYS, 235)
            .add(Measure.CYCLE_HISTOGRAM.key(Buckets.of(10)), 1)
            .add(Measure.CYCLE_HISTOGRAM.key(Buckets.of(12)), 1)
            .add(Measure.CYCLE_HISTOGRAM.key(Buckets.of(13)), 1)
            .add(Measure.CYCLE_HISTOGRAM.key(Buckets.of(200)), 1)
            .add(Measure.OPEN_DEALS, 6)
            .add(Measure.OPEN_AMOUNT, 900_00)
            .add(Measure.OPEN_HELD, 2)
            .add(Measure.ACTIVITIES, 9)
            .add(Measure.CALLS, 6)
            .add(Measure.MEETINGS, 3)
            .add(Measure.WITH_CHANNEL, 8)
            .add(Measure.MOBILE, 2)
            .add(Measure.LOGGING_SECONDS, 190)
            .add(Measure.LOGGING_HISTOGRAM.key(Buckets.of(70)), 1)
            .add(Measure.LOGGING_HISTOGRAM.key(Buckets.of(120)), 1)
            .add(Measure.QUOTA_MONTH, 500_00)
            .add(Measure.ACTIVITY_AGE, 4)
            .add(Measure.ACTIVITY_WORKING_AGE, 2)
            .build();

    /** Of deals: those of activities and quotas are empty, too, where no source gives any. */
    private static final Set<Kpi> COUNTS = EnumSet.of(
            Kpi.DEALS_CREATED,
            Kpi.DEALS_WON,
            Kpi.DEALS_LOST,
            Kpi.REVENUE,
            Kpi.OPEN_DEALS,
            Kpi.OPEN_PIPELINE,
            Kpi.WON_HELD,
            Kpi.OPEN_HELD,
            Kpi.STALE_DEALS);

    @Test
    void eachKpiIsWhatItsDefinitionSays() {
        assertThat(Kpi.DEALS_CREATED.of(MONTH)).isEqualTo(KpiValue.whole(7, 7));
        assertThat(Kpi.DEALS_WON.of(MONTH)).isEqualTo(KpiValue.whole(4, 4));
        assertThat(Kpi.DEALS_LOST.of(MONTH)).isEqualTo(KpiValue.whole(1, 1));
        assertThat(Kpi.REVENUE.of(MONTH)).isEqualTo(KpiValue.whole(400_00, 3));
        assertThat(Kpi.WIN_RATE.of(MONTH)).isEqualTo(new KpiValue(4, 5, 5));
        assertThat(Kpi.AVG_DEAL_SIZE.of(MONTH)).isEqualTo(new KpiValue(400_00, 3, 3));
        assertThat(Kpi.CYCLE_MEAN.of(MONTH)).isEqualTo(new KpiValue(235, 4, 4));
        assertThat(Kpi.CYCLE_MEDIAN.of(MONTH).value()).hasValue(12.5);
        assertThat(Kpi.CYCLE_MEDIAN.of(MONTH).sample()).isEqualTo(4);
        assertThat(Kpi.OPEN_DEALS.of(MONTH)).isEqualTo(KpiValue.whole(6, 6));
        assertThat(Kpi.OPEN_PIPELINE.of(MONTH).value()).hasValue(900_00);
        assertThat(Kpi.WON_HELD.of(MONTH)).isEqualTo(KpiValue.whole(1, 1));
        assertThat(Kpi.OPEN_HELD.of(MONTH)).isEqualTo(KpiValue.whole(2, 2));
        assertThat(Kpi.QUOTA.of(MONTH).value()).hasValue(500_00);
        assertThat(Kpi.QUOTA_ATTAINMENT.of(MONTH)).isEqualTo(new KpiValue(400_00, 500_00, 3));
    }

    @Test
    void eachKpiOfActivitiesIsWhatItsDefinitionSays() {
        assertThat(Kpi.ACTIVITIES.of(MONTH)).isEqualTo(KpiValue.whole(9, 9));
        assertThat(Kpi.CALLS.of(MONTH)).isEqualTo(KpiValue.whole(6, 6));
        assertThat(Kpi.MEETINGS_HELD.of(MONTH)).isEqualTo(KpiValue.whole(3, 3));
        assertThat(Kpi.DEMOS.of(MONTH)).isEqualTo(KpiValue.whole(0, 0));
        assertThat(Kpi.MOBILE_SHARE.of(MONTH)).isEqualTo(new KpiValue(2, 8, 8));
        assertThat(Kpi.LOGGING_MEAN.of(MONTH).value()).hasValue(95);
        assertThat(Kpi.LOGGING_MEDIAN.of(MONTH).value()).hasValue(95);
        assertThat(Kpi.DAYS_SINCE_ACTIVITY.of(MONTH).value()).hasValue(3);
        assertThat(Kpi.WORKING_DAYS_SINCE_ACTIVITY.of(MONTH).value()).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource
    void whenNothingHappenedCountsAreZeroAndAllElseIsEmpty(Kpi kpi) {
        KpiValue value = kpi.of(Sums.ZERO);

        assertThat(value).isEqualTo(COUNTS.contains(kpi) ? KpiValue.whole(0, 0) : KpiValue.NONE);
    }

    @Test
    void aMonthOfLostDealsHasAWinRateOfZeroAndNoDealSize() {
        Sums lost = new Sums.Builder().add(Measure.DEALS_LOST, 2).build();

        assertThat(Kpi.WIN_RATE.of(lost).value()).hasValue(0);
        assertThat(Kpi.AVG_DEAL_SIZE.of(lost).isEmpty()).isTrue();
        assertThat(Kpi.AVG_DEAL_SIZE.of(lost).value()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheMeasuresThatItNamesMatterToAKpi(Kpi kpi) {
        Sums.Builder named = new Sums.Builder();
        Sums.Builder doubled = new Sums.Builder();
        Set<Measure> measures = EnumSet.copyOf(kpi.measures());
        if (kpi == Kpi.REVENUE) {
            measures.add(Measure.WON_WITH_AMOUNT);
        }
        if (kpi == Kpi.OPEN_PIPELINE) {
            measures.add(Measure.OPEN_DEALS);
        }
        if (kpi == Kpi.QUOTA_ATTAINMENT) {
            measures.add(Measure.WON_WITH_AMOUNT);
        }
        MONTH.forEach((key, amount) -> {
            named.add(key, measures.contains(Measure.of(key)) ? amount : 0);
            doubled.add(key, measures.contains(Measure.of(key)) ? amount : 2 * amount);
        });

        assertThat(kpi.of(named.build())).isEqualTo(kpi.of(MONTH));
        assertThat(kpi.of(doubled.build())).isEqualTo(kpi.of(MONTH));
    }

    @Test
    void idsAreUniqueAndFoundAgain() {
        assertThat(Arrays.stream(Kpi.values()).map(Kpi::id)).doesNotHaveDuplicates();
        assertThat(Kpi.values())
                .allSatisfy(kpi -> assertThat(Kpi.byId(kpi.id())).hasValue(kpi));
        assertThat(Kpi.byId("no_such")).isEmpty();
    }

    @Test
    void moneyIsScaledDownToWholeUnits() {
        assertThat(Kpi.REVENUE.of(MONTH).scaledDown(2)).isEqualByComparingTo("400");
        assertThat(new KpiValue(100_01, 2, 2).scaledDown(2)).isEqualByComparingTo("50.005");
        assertThat(Kpi.AVG_DEAL_SIZE.of(MONTH).scaledDown(2))
                .isBetween(new BigDecimal("133.33"), new BigDecimal("133.34"));
    }
}
