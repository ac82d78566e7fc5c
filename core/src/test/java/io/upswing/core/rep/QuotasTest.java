package io.upswing.core.rep;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.Sums;
import io.upswing.core.rep.QuotaChange.Period;
import io.upswing.core.rep.QuotaChange.Slot;
import io.upswing.core.source.SourceOrder;
import io.upswing.core.time.Days;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A rep's quotas as facts. The fiscal year begins in February. */
class QuotasTest {
    private static final int FISCAL = 2;

    private Quotas quotas = Quotas.NONE;
    private long version = 1;

    private static int day(String monthAndDay) {
        return Days.of("2026-" + monthAndDay);
    }

    private QuotasTest month(String start, String from, long amount) {
        return learn(Period.MONTH, start, from, OptionalLong.of(amount), version++, Days.BEFORE_ALL);
    }

    private QuotasTest quarter(String start, String from, long amount) {
        return learn(Period.QUARTER, start, from, OptionalLong.of(amount), version++, Days.BEFORE_ALL);
    }

    private QuotasTest retract(String start, String from) {
        return learn(Period.MONTH, start, from, OptionalLong.empty(), version++, Days.BEFORE_ALL);
    }

    private QuotasTest learn(Period period, String start, String from, OptionalLong amount, long of, int edge) {
        Slot slot = new Slot(period, day(start), day(from));
        quotas = quotas.plus(new QuotaChange("ada", new SourceOrder(of, 0, "e"), slot, amount), edge, FISCAL);
        return this;
    }

    /** By day, of the month. */
    private SortedMap<String, Long> steps() {
        return steps(Measure.QUOTA_MONTH);
    }

    private SortedMap<String, Long> steps(Measure measure) {
        SortedMap<String, Long> steps = new TreeMap<>();
        quotas.facts(FISCAL).forEach((day, sums) -> {
            if (sums.get(measure) != 0) {
                steps.put(Days.text(day).substring(5), sums.get(measure));
            }
        });
        return steps;
    }

    private static SortedMap<String, Long> steps(Object... dayAndAmount) {
        SortedMap<String, Long> steps = new TreeMap<>();
        for (int i = 0; i < dayAndAmount.length; i += 2) {
            steps.put((String) dayAndAmount[i], ((Integer) dayAndAmount[i + 1]).longValue());
        }
        return steps;
    }

    @Test
    void aMonthsQuotaBeginsWithTheMonthAndEndsWithIt() {
        month("03-01", "03-01", 100);

        assertThat(steps()).isEqualTo(steps("03-01", 100, "04-01", -100));
        assertThat(steps(Measure.QUOTA_QUARTER)).isEmpty();
    }

    @Test
    void aQuartersQuotaLastsThreeMonthsOfTheFiscalYear() {
        quarter("02-01", "02-01", 300);

        assertThat(steps(Measure.QUOTA_QUARTER)).isEqualTo(steps("02-01", 300, "05-01", -300));
        assertThat(steps()).isEmpty();
    }

    @Test
    void anEffectiveDayBeforeThePeriodMeansItsFirst() {
        month("03-01", "01-10", 100);

        assertThat(steps()).isEqualTo(steps("03-01", 100, "04-01", -100));
    }

    @Test
    void ofTwoEffectiveDaysBeforeThePeriodTheLaterHolds() {
        month("03-01", "02-20", 70).month("03-01", "01-10", 100);

        assertThat(steps()).isEqualTo(steps("03-01", 70, "04-01", -70));
    }

    @Test
    void anEffectiveDayAfterThePeriodMeansNever() {
        month("03-01", "04-01", 100).month("03-01", "05-20", 50);

        assertThat(quotas.facts(FISCAL)).isEmpty();
    }

    @Test
    void onTheLastDayItStillComesIntoForce() {
        month("03-01", "03-31", 100);

        assertThat(steps()).isEqualTo(steps("03-31", 100, "04-01", -100));
    }

    @Test
    void changedInMidPeriodTheWholePeriodsQuotaIsAnotherFromThatDayOn() {
        month("03-01", "03-01", 100).month("03-01", "03-15", 160).month("03-01", "03-20", 120);

        assertThat(steps()).isEqualTo(steps("03-01", 100, "03-15", 60, "03-20", -40, "04-01", -120));
    }

    @Test
    void theOrderInWhichSlotsAreLearnedDoesNotMatter() {
        month("03-01", "03-15", 160).month("03-01", "03-01", 100);

        assertThat(steps()).isEqualTo(steps("03-01", 100, "03-15", 60, "04-01", -160));
    }

    @Test
    void retractedTheOneBeforeHoldsOn() {
        month("03-01", "03-01", 100).month("03-01", "03-15", 160).retract("03-01", "03-15");
        assertThat(steps()).isEqualTo(steps("03-01", 100, "04-01", -100));

        retract("03-01", "03-01");

        assertThat(quotas.facts(FISCAL)).isEmpty();
    }

    @Test
    void theFirstRetractedLeavesNoneUntilTheNext() {
        month("03-01", "03-01", 100).month("03-01", "03-15", 160).retract("03-01", "03-01");

        assertThat(steps()).isEqualTo(steps("03-15", 160, "04-01", -160));
    }

    @Test
    void whatStandsLastInTheSourcesOrderHoldsWhateverIsHeardLast() {
        learn(Period.MONTH, "03-01", "03-01", OptionalLong.of(100), 5, Days.BEFORE_ALL);
        learn(Period.MONTH, "03-01", "03-01", OptionalLong.of(70), 4, Days.BEFORE_ALL);
        learn(Period.MONTH, "03-01", "03-01", OptionalLong.of(80), 5, Days.BEFORE_ALL);

        assertThat(steps()).isEqualTo(steps("03-01", 100, "04-01", -100));
    }

    @Test
    void aRetractionHeardBeforeWhatItRetractsHolds() {
        learn(Period.MONTH, "03-01", "03-01", OptionalLong.empty(), 5, Days.BEFORE_ALL);

        learn(Period.MONTH, "03-01", "03-01", OptionalLong.of(70), 4, Days.BEFORE_ALL);

        assertThat(quotas.facts(FISCAL)).isEmpty();
    }

    @Test
    void aQuotaOfNothingIsNoFact() {
        month("03-01", "03-01", 0);
        assertThat(steps()).isEmpty();

        month("03-01", "03-15", 50);

        assertThat(steps()).isEqualTo(steps("03-15", 50, "04-01", -50));
    }

    @Test
    void periodsDoNotMixThoughTheyMeet() {
        month("03-01", "03-01", 100).month("04-01", "03-15", 70);
        quarter("02-01", "03-15", 300);

        assertThat(steps()).isEqualTo(steps("03-01", 100, "04-01", -30, "05-01", -70));
        assertThat(steps(Measure.QUOTA_QUARTER)).isEqualTo(steps("03-15", 300, "05-01", -300));
        assertThat(quotas.facts(FISCAL).values().stream().reduce(Sums.ZERO, Sums::plus))
                .isEqualTo(Sums.ZERO);
    }

    @Test
    void aPeriodThatWasOverBeforeTheKeptDaysIsForgottenWithTheNextChange() {
        month("02-01", "02-01", 50).month("03-01", "03-01", 100);

        learn(Period.MONTH, "06-01", "06-01", OptionalLong.of(80), version++, day("03-31"));
        assertThat(quotas.slots()).hasSize(2);
        assertThat(steps()).isEqualTo(steps("03-01", 100, "04-01", -100, "06-01", 80, "07-01", -80));

        learn(Period.MONTH, "02-01", "02-10", OptionalLong.of(60), version++, day("04-01"));

        assertThat(quotas.slots()).hasSize(1);
        assertThat(steps()).isEqualTo(steps("06-01", 80, "07-01", -80));
    }
}
