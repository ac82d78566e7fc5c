package io.upswing.core.issues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.upswing.core.evaluation.Assignment;
import io.upswing.core.evaluation.KnownDay;
import io.upswing.core.evaluation.Wording;
import io.upswing.core.issues.Limit.Side;
import io.upswing.core.issues.Reading.Measured;
import io.upswing.core.issues.Reading.Silent;
import io.upswing.core.issues.Reading.Verdict;
import io.upswing.core.issues.Reading.Why;
import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.Window;
import io.upswing.core.time.Days;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each form sees in hand-written days. The 2nd of March 2026 is a Monday. */
class FormsTest {
    private static final int MONDAY = Days.of("2026-03-02");
    private static final Wording WORDING = new Wording("EUR", 2);

    private static Measured measured(Form form, KnownDay known) {
        assertThat(form.read(known, known.day(), WORDING)).isInstanceOf(Measured.class);
        return (Measured) form.read(known, known.day(), WORDING);
    }

    private static Why silent(Form form, KnownDay known) {
        assertThat(form.read(known, known.day(), WORDING)).isInstanceOf(Silent.class);
        return ((Silent) form.read(known, known.day(), WORDING)).why();
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    @ParameterizedTest
    @CsvSource({"99, BREACH", "100, BETWEEN", "149, BETWEEN", "150, CLEAR"})
    void aFloorIsBrokenBelowItAndClearFromTheClearBandOn(long revenue, Verdict verdict) {
        Limit floor = new Limit(
                Kpi.REVENUE, new Window.Rolling(7), Side.FLOOR, BigDecimal.valueOf(100), BigDecimal.valueOf(150), 0);
        KnownDay known = new KnownDay(MONDAY).won(MONDAY - 6, revenue).won(MONDAY - 7, 1_000);

        Measured reading = measured(floor, known);

        assertThat(reading.verdict()).isEqualTo(verdict);
        assertThat(reading.evidence())
                .extracting(Evidence::metric, Evidence::from, Evidence::to, Evidence::value, Evidence::threshold)
                .containsExactly("revenue", MONDAY - 6, MONDAY, (double) revenue, 100.0);
    }

    @ParameterizedTest
    @CsvSource({"5, BREACH", "4, BETWEEN", "3, BETWEEN", "2, CLEAR"})
    void aCeilingIsBrokenAboveItAndClearDownFromTheClearBand(long lost, Verdict verdict) {
        Limit ceiling = new Limit(
                Kpi.DEALS_LOST, new Window.Rolling(7), Side.CEILING, BigDecimal.valueOf(4), BigDecimal.valueOf(2), 0);
        KnownDay known = new KnownDay(MONDAY).add(MONDAY, Measure.DEALS_LOST, lost);

        assertThat(measured(ceiling, known).verdict()).isEqualTo(verdict);
    }

    @Test
    void aLimitComparesFractionsExactly() {
        Limit floor = new Limit(Kpi.WIN_RATE, new Window.Rolling(7), Side.FLOOR, number("0.1"), number("0.1"), 10);
        KnownDay known = new KnownDay(MONDAY).add(MONDAY, Measure.DEALS_WON, 3).add(MONDAY, Measure.DEALS_LOST, 27);

        assertThat(measured(floor, known).verdict()).isEqualTo(Verdict.CLEAR);
    }

    @Test
    void aLimitSaysNothingBelowItsSampleOrWithoutData() {
        Limit floor = new Limit(Kpi.WIN_RATE, new Window.Rolling(7), Side.FLOOR, number("0.5"), number("0.5"), 10);

        assertThat(silent(floor, new KnownDay(MONDAY).add(MONDAY, Measure.DEALS_LOST, 9)))
                .isEqualTo(Why.NOT_ENOUGH_DATA);
        assertThat(silent(floor, new KnownDay(MONDAY))).isEqualTo(Why.NOT_ENOUGH_DATA);
    }

    @Test
    void aClearBandBeyondTheLimitIsRefused() {
        assertThatThrownBy(() ->
                        new Limit(Kpi.REVENUE, new Window.Rolling(7), Side.FLOOR, BigDecimal.TEN, BigDecimal.ONE, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10");
    }

    /** A fifth less is a breach, a tenth less is all right. */
    @ParameterizedTest
    @CsvSource({"800, BREACH", "801, BETWEEN", "899, BETWEEN", "900, CLEAR", "1500, CLEAR"})
    void aChangeComparesWithTheOwnWindowBefore(long now, Verdict verdict) {
        Change change = new Change(Kpi.REVENUE, new Window.Rolling(7), number("0.2"), number("0.1"), 1);
        KnownDay known = new KnownDay(MONDAY).won(MONDAY - 13, 1_000).won(MONDAY - 6, now);

        Measured reading = measured(change, known);

        assertThat(reading.verdict()).isEqualTo(verdict);
        assertThat(reading.evidence().threshold()).isEqualTo(800);
        assertThat(reading.evidence().figures()).containsEntry("before", 1_000.0);
    }

    @ParameterizedTest
    @CsvSource({"12, BREACH", "11, BETWEEN", "10, CLEAR", "2, CLEAR"})
    void whereLessIsGoodAChangeForTheWorseIsOneUp(long lost, Verdict verdict) {
        Change change = new Change(Kpi.DEALS_LOST, new Window.Rolling(7), number("0.2"), number("0"), 1);
        KnownDay known =
                new KnownDay(MONDAY).add(MONDAY - 7, Measure.DEALS_LOST, 10).add(MONDAY, Measure.DEALS_LOST, lost);

        assertThat(measured(change, known).verdict()).isEqualTo(verdict);
    }

    @Test
    void aChangeSaysNothingBelowItsSampleOrWhereTheWindowBeforeIsNotKept() {
        Change change = new Change(Kpi.REVENUE, new Window.Rolling(7), number("0.2"), number("0.1"), 2);
        KnownDay known = new KnownDay(MONDAY).won(MONDAY - 7, 1_000).won(MONDAY, 5);

        assertThat(silent(change, known)).isEqualTo(Why.NOT_ENOUGH_DATA);
        assertThat(silent(change, known.won(MONDAY - 8, 5).keptFrom(MONDAY - 12)))
                .isEqualTo(Why.NOT_ENOUGH_DATA);
    }

    /** K8 of the specification. */
    @Test
    void theOutlookOfAQuotaGivesTheKnownAnswer() {
        QuotaPace.Outlook outlook = new QuotaPace.Outlook(40_000, 100_000, 40, 365, 60, 330_000, 1.2);

        assertThat(outlook.expected()).isCloseTo(36164.3836, within(5e-5));
        assertThat(outlook.variance()).isCloseTo(0.398581473, within(5e-10));
        assertThat(outlook.missing(0.9)).isCloseTo(0.772977329, within(5e-10));
    }

    @Test
    void aQuotaThatIsWonAlreadyIsNotMissed() {
        assertThat(new QuotaPace.Outlook(90_000, 100_000, 40, 365, 60, 330_000, 1.2).missing(0.9))
                .isZero();
    }

    private static final QuotaPace PACE = new QuotaPace(Span.MONTH, 0.9, 0.95, 0.8, 90, 5);

    /** Ten deals of 100 a month for a year, and a quota of March. */
    private static KnownDay seller(String day, long quota) {
        KnownDay known = new KnownDay(day).add("2026-03-01", Measure.QUOTA_MONTH, quota);
        for (int on = MONDAY - 360; on < MONDAY; on += 3) {
            known.won(on, 100);
        }
        return known;
    }

    @Test
    void aQuotaFarBeyondTheOwnPaceIsLikelyMissed() {
        Measured reading = measured(PACE, seller("2026-03-20", 10_000));

        assertThat(reading.verdict()).isEqualTo(Verdict.BREACH);
        assertThat(reading.evidence().probability().orElseThrow()).isGreaterThan(0.99);
        assertThat(reading.evidence().sentence()).endsWith("Probability to end below 90 % of quota: 99 %.");
    }

    @Test
    void aQuotaWellWithinTheOwnPaceIsClear() {
        assertThat(measured(PACE, seller("2026-03-10", 300)).verdict()).isEqualTo(Verdict.CLEAR);
    }

    /** March has 31 days: the 8th is the first day past a quarter of it, on the 23rd 8 days are left. */
    @ParameterizedTest
    @CsvSource({"2026-03-07, true", "2026-03-08, false", "2026-03-23, false", "2026-03-24, true"})
    void aQuotaIsLookedAtFromAQuarterOfThePeriodTo8DaysBeforeItsEnd(String day, boolean silent) {
        Reading reading = PACE.read(seller(day, 10_000), Days.of(day), WORDING);

        assertThat(reading instanceof Silent s && s.why() == Why.NOT_NOW).isEqualTo(silent);
    }

    @Test
    void aQuotaSaysNothingWithoutOneOrWithFewDealsOrInRamp() {
        assertThat(silent(PACE, seller("2026-03-10", 0))).isEqualTo(Why.NOT_ENOUGH_DATA);
        assertThat(silent(PACE, new KnownDay("2026-03-10").add("2026-03-01", Measure.QUOTA_MONTH, 100)))
                .isEqualTo(Why.NOT_ENOUGH_DATA);
        assertThat(silent(PACE, seller("2026-03-10", 100).hired(Days.of("2026-03-11") - 90)))
                .isEqualTo(Why.NOT_ENOUGH_DATA);
    }

    @Test
    void rampDaysAreNoBaseline() {
        KnownDay known = seller("2026-03-10", 10_000).hired(Days.of("2026-03-10") - 90 - 99);

        assertThat(measured(PACE, known).evidence().figures()).containsEntry("baseline-days", 100.0);
    }

    /** 1000 lack: 2 is asked for, 2.5 is all right. */
    @ParameterizedTest
    @CsvSource({"1999, BREACH", "2000, BETWEEN", "2499, BETWEEN", "2500, CLEAR"})
    void coverageSetsWhatIsDueInThePeriodAgainstWhatLacks(long due, Verdict verdict) {
        Coverage coverage = new Coverage(Span.MONTH, 2, 2.5, 14);
        KnownDay known = new KnownDay("2026-03-10")
                .add("2026-03-01", Measure.QUOTA_MONTH, 1_500)
                .won(MONDAY, 500)
                .add("2026-03-31", Measure.EXPECTED_AMOUNT, due)
                .add("2026-04-01", Measure.EXPECTED_AMOUNT, 9_999);

        assertThat(measured(coverage, known).verdict()).isEqualTo(verdict);
        assertThat(coverage.looksBack()).isFalse();
    }

    @Test
    void aQuotaThatIsWonIsCovered() {
        KnownDay known = new KnownDay("2026-03-10")
                .add("2026-03-01", Measure.QUOTA_MONTH, 500)
                .won(MONDAY, 500);

        assertThat(measured(new Coverage(Span.MONTH, 2, 2.5, 14), known).verdict())
                .isEqualTo(Verdict.CLEAR);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-17, false", "2026-03-18, true"})
    void coverageIsNotLookedAtInTheLastDays(String day, boolean silent) {
        KnownDay known = new KnownDay(day).add("2026-03-01", Measure.QUOTA_MONTH, 500);

        assertThat(new Coverage(Span.MONTH, 2, 2.5, 14).read(known, Days.of(day), WORDING) instanceof Silent)
                .isEqualTo(silent);
    }

    /** The last activity is on Monday the 2nd. */
    @ParameterizedTest
    @CsvSource({"2026-03-02, CLEAR", "2026-03-03, BETWEEN", "2026-03-08, BETWEEN", "2026-03-09, BREACH"})
    void weekendsAreNoDaysWithoutActivity(String day, Verdict verdict) {
        KnownDay known = new KnownDay(day).add(MONDAY, Measure.ACTIVITIES, 1);

        assertThat(measured(new NoActivity(5), known).verdict()).isEqualTo(verdict);
    }

    @Test
    void holidaysAndDaysOfLeaveAreNoDaysWithoutActivity() {
        KnownDay known = new KnownDay("2026-03-09").add(MONDAY, Measure.ACTIVITIES, 1);

        assertThat(measured(new NoActivity(5), known.holiday("2026-03-04")).verdict())
                .isEqualTo(Verdict.BETWEEN);
        known.holiday("2027-01-01").away(MONDAY + 1, MONDAY + 2);
        assertThat(measured(new NoActivity(5), known).evidence().value()).isEqualTo(3);
    }

    @Test
    void whereNoActivityIsKeptThereIsNoSource() {
        assertThat(silent(new NoActivity(5), new KnownDay(MONDAY))).isEqualTo(Why.NOT_ENOUGH_DATA);
    }

    @ParameterizedTest
    @CsvSource({"5, 16, BREACH", "4, 8, CLEAR", "5, 17, BETWEEN", "5, 25, BETWEEN", "5, 26, CLEAR", "0, 0, CLEAR"})
    void staleDealsAreManyBothInNumberAndInShare(long stale, long open, Verdict verdict) {
        KnownDay known = new KnownDay(MONDAY)
                .add(MONDAY - 90, Measure.OPEN_DEALS, open)
                .add(MONDAY - 1, Measure.STALE_DEALS, stale);

        assertThat(measured(new StaleDeals(5, 0.3, 0.2), known).verdict()).isEqualTo(verdict);
    }

    private static Assignment assignment(String team, String region, String role, int hired) {
        return new Assignment(
                Optional.of(team), Optional.of(region), OptionalInt.of(hired), List.of(), Optional.of(role));
    }

    @ParameterizedTest
    @CsvSource({
        "t1, north, ae, 90, ''",
        "t2, north, ae, 90, NOT_MEANT",
        "t1, south, ae, 90, NOT_MEANT",
        "t1, north, sdr, 90, NOT_MEANT",
        "t1, north, ae, 89, RAMP",
        "t1, north, ae, 200, NOT_MEANT"
    })
    void aRuleIsForThoseInItsScope(String team, String region, String role, int tenure, String why) {
        Scope scope = new Scope(
                Set.of("t1"),
                Set.of("north"),
                Set.of("ae"),
                90,
                Optional.of(new Scope.Condition(
                        "rep.tenureDays < 200", subject -> subject.tenureDays().orElse(0) < 200)));
        KnownDay known = new KnownDay(MONDAY).is(assignment(team, region, role, MONDAY - tenure));

        Optional<Silent> silence = scope.silence(known, MONDAY);

        assertThat(silence.map(Silent::why).map(Why::name).orElse("")).isEqualTo(why);
    }

    @Test
    void aRuleForEveryoneIsForThoseOfNoTeamTooButNotOnLeave() {
        assertThat(Scope.everyone(90).silence(new KnownDay(MONDAY), MONDAY)).isEmpty();
        assertThat(Scope.everyone(90).silence(new KnownDay(MONDAY).away(MONDAY, MONDAY), MONDAY))
                .map(Silent::why)
                .contains(Why.LEAVE);
        assertThat(new Scope(Set.of("t1"), Set.of(), Set.of(), 0, Optional.empty())
                        .silence(new KnownDay(MONDAY), MONDAY))
                .map(Silent::why)
                .contains(Why.NOT_MEANT);
    }

    @Test
    void aProbabilityHasTwelveDigits() {
        double probability = new QuotaPace.Outlook(40_000, 100_000, 40, 365, 60, 330_000, 1.2).missing(0.9);

        assertThat(new BigDecimal(Double.toString(probability)).precision()).isLessThanOrEqualTo(12);
    }

    /** A year before the 10th of March 2026, but not before the end of the ramp; the period itself in any case. */
    @Test
    void theQuotasPaceLooksAtItsBaselineAndItsPeriod() {
        int day = Days.of("2026-03-10");
        QuotaPace quarter = new QuotaPace(Span.QUARTER, 0.9, 0.95, 0.8, 90, 5);

        assertThat(PACE.looksFrom(new KnownDay(day), day)).isEqualTo(day - 364);
        assertThat(PACE.looksFrom(new KnownDay(day).hired(day - 190), day)).isEqualTo(day - 100);
        assertThat(quarter.looksFrom(new KnownDay(day).hired(day - 100), day)).isEqualTo(Days.of("2026-01-01"));
    }

    @Test
    void silenceLooksFromTheLastActivityOnOrBeforeWhatIsKept() {
        KnownDay known = new KnownDay("2026-03-09").add(MONDAY, Measure.ACTIVITIES, 1);

        assertThat(new NoActivity(5).looksFrom(known, known.day())).isEqualTo(MONDAY);
        known.keptFrom(MONDAY + 1);
        assertThat(new NoActivity(5).looksFrom(known, known.day())).isEqualTo(MONDAY);
    }
}
