package io.upswing.core.rep;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.KpiValue;
import io.upswing.core.kpi.Retention;
import io.upswing.core.rep.QuotaChange.Period;
import io.upswing.core.rep.Story.Settings;
import io.upswing.core.source.Bounds;
import io.upswing.core.source.Refusal.Reason;
import io.upswing.core.time.Days;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quotas of reps and of their teams, live and in evaluations. The 10th of March is open. */
class QuotaStageTest {
    private static final String X = "team:X";
    private static final String Y = "team:Y";

    private final Story story = Story.begun();

    private long quota(String subject) {
        return story.monthToDate(subject, Kpi.QUOTA).numerator();
    }

    private KpiValue attainment(String subject) {
        KpiValue value = story.monthToDate(subject, Kpi.QUOTA_ATTAINMENT);
        return new KpiValue(value.numerator(), value.denominator(), 0);
    }

    private static KpiValue ratio(long revenue, long quota) {
        return new KpiValue(revenue, quota, 0);
    }

    private void refused(Reason reason, String words) {
        assertThat(story.refusal()).hasValueSatisfying(refusal -> {
            assertThat(refusal.reason()).isEqualTo(reason);
            assertThat(refusal.detail()).contains(words);
        });
    }

    @Test
    void attainmentMovesWithEachFactAndEachQuota() {
        story.marchQuota("ada", 200);
        assertThat(attainment("ada")).isEqualTo(ratio(0, 200));

        story.revenue("ada", 10, 50);
        assertThat(attainment("ada")).isEqualTo(ratio(50, 200));

        story.marchQuota("ada", 9, 400);
        assertThat(attainment("ada")).isEqualTo(ratio(50, 400));
    }

    @Test
    void aRollingWindowHasNoQuota() {
        story.marchQuota("ada", 200).revenue("ada", 10, 50).emit();

        assertThat(Kpi.QUOTA.of(story.windows("ada").getFirst())).isEqualTo(KpiValue.NONE);
        assertThat(Kpi.QUOTA_ATTAINMENT.of(story.windows("ada").getFirst())).isEqualTo(KpiValue.NONE);
    }

    @Test
    void aNewMonthHasAQuotaOfItsOwnOrNone() {
        story.marchQuota("ada", 200)
                .quota("ada", Period.MONTH, 62, 62, OptionalLong.of(300), 1)
                .revenue("ada", 10, 50);

        story.on(31);
        assertThat(attainment("ada")).isEqualTo(ratio(50, 200));
        story.on(32);
        assertThat(attainment("ada")).isEqualTo(KpiValue.NONE);
        story.on(62);
        assertThat(attainment("ada")).isEqualTo(ratio(0, 300));
    }

    @Test
    void aChangeInMidMonthHoldsFromItsDayOn() {
        story.marchQuota("ada", 200).marchQuota("ada", 15, 500);
        assertThat(quota("ada")).isEqualTo(200);

        story.on(14);
        assertThat(quota("ada")).isEqualTo(200);
        story.on(15);
        assertThat(quota("ada")).isEqualTo(500);
        assertThat(story.evaluation("ada", 14).ownQuota()).isEqualTo(200);
    }

    @Test
    void aRetractionGivesBackTheOneBefore() {
        story.marchQuota("ada", 200).marchQuota("ada", 9, 500);

        story.quota("ada", Period.MONTH, 1, 9, OptionalLong.empty(), 1_000);

        assertThat(quota("ada")).isEqualTo(200);
    }

    @Test
    void aTeamsQuotaIsThatOfItsPresentMembers() {
        story.joins("ada", "X", 1).joins("bob", "X", 1).marchQuota("ada", 200).marchQuota("bob", 100);
        story.revenue("ada", 10, 60);
        assertThat(attainment(X)).isEqualTo(ratio(60, 300));

        story.on(12).joins("ada", "Y", 12);

        assertThat(quota(X)).isEqualTo(100);
        assertThat(quota(Y)).isEqualTo(200);
        assertThat(quota("company")).isEqualTo(300);
        assertThat(attainment(X)).as("what ada sold stays where it was sold").isEqualTo(ratio(60, 100));
        assertThat(attainment(Y)).isEqualTo(ratio(0, 200));
    }

    @Test
    void aQuotaLearnedAfterTheMoveCountsWhereTheRepIsNow() {
        story.joins("ada", "X", 1).on(12).joins("ada", "Y", 12);

        story.marchQuota("ada", 200);

        assertThat(quota(X)).isZero();
        assertThat(quota(Y)).isEqualTo(200);
    }

    @Test
    void aMoveAndAQuotaLearnedOnOneDayCommute() {
        Story other = Story.begun();
        story.marchQuota("ada", 200).joins("ada", "X", 5);
        other.joins("ada", "X", 5).marchQuota("ada", 200);

        assertThat(quota(X)).isEqualTo(200);
        assertThat(other.monthToDate(X, Kpi.QUOTA)).isEqualTo(story.monthToDate(X, Kpi.QUOTA));
    }

    @Test
    void whoLeavesTakesTheQuotaAlong() {
        story.joins("ada", "X", 1).marchQuota("ada", 200).on(12);

        story.leaves("ada", 12);

        assertThat(quota(X)).isZero();
        assertThat(quota("company")).isEqualTo(200);
    }

    @Test
    void aQuotaOfALaterDayWaitsForIt() {
        story.marchQuota("ada", 200).orgSays(11).marchQuota("ada", 9, 500);
        assertThat(story.openDay()).isEqualTo(10);
        assertThat(quota("ada")).isEqualTo(200);

        story.restart().on(11);
        assertThat(quota("ada")).isEqualTo(200);
        story.on(12);

        assertThat(quota("ada")).isEqualTo(500);
        assertThat(story.evaluation("ada", 10).ownQuota()).isEqualTo(200);
        assertThat(story.evaluation("ada", 11).ownQuota()).isEqualTo(200);
        story.on(13);
        assertThat(story.evaluation("ada", 12).ownQuota()).isEqualTo(500);
    }

    @Test
    void quotasHaveWatermarksOfTheirOwn() {
        story.factsSay(0, 12);
        assertThat(story.openDay()).isEqualTo(10);

        story.quotasSay(12);
        assertThat(story.openDay()).isEqualTo(10);
        story.orgSays(12);

        assertThat(story.openDay()).isEqualTo(13);
    }

    @Test
    void anEvaluationSeesWhatWasKnownThenHoweverLateItRuns() {
        story.joins("ada", "X", 1).joins("bob", "X", 1).marchQuota("ada", 200).marchQuota("bob", 100);

        story.holdUnitDays().on(11).marchQuota("ada", 10, 900).on(12).releaseUnitDays();

        assertThat(story.evaluation("ada", 10).ownQuota()).isEqualTo(200);
        assertThat(story.evaluation("bob", 10).marketQuota(X)).isEqualTo(200);
        assertThat(story.evaluation("ada", 11).ownQuota()).isEqualTo(900);
        assertThat(story.evaluation("bob", 11).marketQuota(X)).isEqualTo(900);
    }

    @Test
    void aRepExistsFromTheFirstQuotaOn() {
        story.marchQuota("ada", 200).on(11);

        assertThat(story.evaluatedDays("ada")).containsExactly(10);
    }

    @Test
    void aQuotaOfAPeriodThatIsNoLongerKeptChangesNothing() {
        Story shortKept = new Story(Settings.USUAL.retention(new Retention(java.time.Period.ofDays(100)))).on(10);
        shortKept.marchQuota("ada", 200).on(132).emit();
        assertThat(shortKept.monthToDate("company", Kpi.QUOTA)).isEqualTo(KpiValue.NONE);

        shortKept.marchQuota("ada", 5, 700).on(133);

        assertThat(shortKept.refusal()).isEmpty();
        assertThat(shortKept.evaluation("ada", 132).ownQuota()).isZero();
        assertThat(shortKept.monthToDate("company", Kpi.QUOTA)).isEqualTo(KpiValue.NONE);
    }

    @Test
    void aQuotaOfAPeriodThatEndsOnTheOldestKeptDayIsStillCorrected() {
        Story shortKept = new Story(Settings.USUAL.retention(new Retention(java.time.Period.ofDays(100)))).on(10);
        shortKept.marchQuota("ada", 200).on(131).emit();

        shortKept.marchQuota("ada", 5, 700).emit();

        assertThat(shortKept.daily).containsExactly("ada 32 {QUOTA_MONTH=-700}");
        assertThat(shortKept.monthToDate("ada", Kpi.QUOTA)).isEqualTo(KpiValue.NONE);
    }

    @ParameterizedTest
    @CsvSource({"MONTH, 1", "MONTH, 32", "QUARTER, -58", "QUARTER, 32"})
    void aPeriodBeginsWithAMonthOrAQuarter(Period period, int start) {
        story.quota("ada", period, start, start, OptionalLong.of(5), 1);

        assertThat(story.refusal()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH, 2, month such as 2026-03-01",
        "MONTH, 31, month such as 2026-03-01",
        "QUARTER, 1, quarter of the fiscal year such as 2026-01-01",
        "QUARTER, 33, quarter of the fiscal year such as 2026-04-01"
    })
    void anyOtherDayIsRefused(Period period, int start, String words) {
        story.quota("ada", period, start, start, OptionalLong.of(5), 1);

        refused(Reason.NO_PERIOD_START, words);
    }

    @Test
    void aQuotaBelowZeroOrTooLargeIsRefused() {
        story.marchQuota("ada", -1);
        refused(Reason.AMOUNT_OUT_OF_BOUNDS, "-1");
        story.marchQuota("ada", Bounds.MAX_AMOUNT + 1);
        refused(Reason.AMOUNT_OUT_OF_BOUNDS, "amountMinor");
        story.marchQuota("ada", 3_000, 5);
        refused(Reason.DATE_OUT_OF_BOUNDS, "effectiveFrom");
        story.quota("ada", Period.MONTH, 3_000, 1, OptionalLong.of(5), 1);
        refused(Reason.DATE_OUT_OF_BOUNDS, "periodStart");

        assertThat(story.reps().gate().isOpen()).isTrue();
        story.marchQuota("ada", Bounds.MAX_AMOUNT);
        assertThat(story.refusal()).isEmpty();
        assertThat(quota("ada")).isEqualTo(Bounds.MAX_AMOUNT);
    }

    @Test
    void historyCountsWhenTheFirstDayOpens() {
        Story history = new Story(Settings.USUAL)
                .marchQuota("ada", 200)
                .quota("ada", Period.MONTH, -27, -27, OptionalLong.of(70), 1)
                .on(10);

        assertThat(history.monthToDate("ada", Kpi.QUOTA).numerator()).isEqualTo(200);
        assertThat(history.evaluation("ada", 9).ownQuota()).isEqualTo(200);
        assertThat(Days.text(Story.march(-27))).isEqualTo("2026-02-01");
    }
}
