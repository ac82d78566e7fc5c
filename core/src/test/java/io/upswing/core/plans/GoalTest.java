package io.upswing.core.plans;

import static io.upswing.core.plans.PlanStory.epoch;
import static io.upswing.core.plans.PlanStory.goal;
import static io.upswing.core.plans.PlanStory.period;
import static io.upswing.core.plans.PlanStory.point;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.KpiValue;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.Window;
import io.upswing.core.plans.PlanTerms.GoalTerms;
import io.upswing.core.plans.PlanTerms.Point;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a goal asks for: the baseline is 10,000, the plan lasts from day 1 to day 61. */
class GoalTest {
    private static Goal of(GoalTerms terms, KpiValue baseline) {
        return Goal.of(terms, new Baseline(epoch(0), baseline, OptionalDouble.empty()));
    }

    private static Goal up(Point... path) {
        return of(goal(path), KpiValue.whole(10_000, 1));
    }

    private static Goal down(String target) {
        GoalTerms terms = new GoalTerms(
                "faster",
                Kpi.CYCLE_MEAN,
                new Timeframe.OfWindow(new Window.Rolling(90)),
                new Target.Value(new BigDecimal(target)),
                List.of());
        return of(terms, new KpiValue(90, 3, 3));
    }

    @Test
    void aChangeIsOfTheBaseline() {
        assertThat(up().target()).isEqualByComparingTo("12000");
    }

    @ParameterizedTest
    @CsvSource({"1, 10000", "31, 11000", "61, 12000", "99, 12000", "0, 10000"})
    void thePathIsAStraightLineFromTheBaselineToTheTarget(int day, String value) {
        assertThat(up().expected(epoch(day), epoch(1), epoch(61), List.of())).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @CsvSource({"1, 10000", "11, 10500", "21, 11000", "41, 11500", "61, 12000"})
    void thePathGoesThroughTheMilestones(int day, String value) {
        assertThat(up().expected(epoch(day), epoch(1), epoch(61), List.of(point(21, 11_000))))
                .isEqualByComparingTo(value);
    }

    @Test
    void withoutMilestonesThereIsOneEvery30Days() {
        assertThat(up().milestones(epoch(1), epoch(61))).singleElement().satisfies(point -> {
            assertThat(point.day()).isEqualTo(epoch(31));
            assertThat(point.value()).isEqualByComparingTo("11000");
        });
        assertThat(up(point(5, 10_100)).milestones(epoch(1), epoch(61))).containsExactly(point(5, 10_100));
    }

    @ParameterizedTest
    @CsvSource({"10000, 0", "11000, 0.5", "12000, 1", "14000, 2", "8000, -1"})
    void theFractionIsTheShareOfTheWay(String value, double fraction) {
        assertThat(up().fraction(new BigDecimal(value))).isEqualTo(fraction);
    }

    @Test
    void whereLessIsBetterTheWayGoesDown() {
        Goal goal = down("20");

        assertThat(goal.fraction(new BigDecimal("25"))).isEqualTo(0.5);
        assertThat(goal.isReachedBy(new KpiValue(60, 3, 3))).isTrue();
        assertThat(goal.isReachedBy(new KpiValue(61, 3, 3))).isFalse();
        assertThat(goal.improves()).isTrue();
        assertThat(down("30").improves()).isFalse();
    }

    @Test
    void noDataReachesNothing() {
        assertThat(down("20").isReachedBy(KpiValue.NONE)).isFalse();
        assertThat(up().isReachedBy(KpiValue.whole(11_999, 1))).isFalse();
        assertThat(up().isReachedBy(KpiValue.whole(12_000, 1))).isTrue();
    }

    @Test
    void whatIsAddedUpOverAPeriodBeginsAtNothing() {
        Goal goal = of(period(Kpi.REVENUE, 11, 50, 12_000), KpiValue.whole(10_000, 1));

        assertThat(goal.expected(epoch(5), epoch(1), epoch(61), List.of())).isEqualByComparingTo("0");
        assertThat(goal.expected(epoch(10), epoch(1), epoch(61), List.of())).isEqualByComparingTo("0");
        assertThat(goal.expected(epoch(30), epoch(1), epoch(61), List.of())).isEqualByComparingTo("6000");
        assertThat(goal.expected(epoch(50), epoch(1), epoch(61), List.of())).isEqualByComparingTo("12000");
        assertThat(goal.milestones(epoch(1), epoch(61))).extracting(Point::day).containsExactly(epoch(40));
    }

    @Test
    void aPeriodThatHasBegunHasMilestonesAheadOnly() {
        Goal goal = of(period(Kpi.REVENUE, -40, 50, 12_000), KpiValue.whole(10_000, 1));

        assertThat(goal.milestones(epoch(1), epoch(61))).extracting(Point::day).containsExactly(epoch(19), epoch(49));
    }

    @Test
    void aRateOverAPeriodBeginsAtTheBaseline() {
        GoalTerms terms = new GoalTerms(
                "more",
                Kpi.WIN_RATE,
                new Timeframe.OfPeriod(epoch(11), epoch(50)),
                new Target.Value(new BigDecimal("0.5")),
                List.of());

        assertThat(of(terms, new KpiValue(1, 4, 4)).begin()).isEqualByComparingTo("0.25");
    }

    @Test
    void aMeanOfMoneyOverAPeriodBeginsAtTheBaselineAndTheShareOfAQuotaAtNothing() {
        assertThat(of(period(Kpi.AVG_DEAL_SIZE, 11, 50, 12_000), new KpiValue(20_000, 2, 2))
                        .begin())
                .isEqualByComparingTo("10000");
        assertThat(of(period(Kpi.QUOTA_ATTAINMENT, 11, 50, 1), new KpiValue(1, 2, 9))
                        .begin())
                .isEqualByComparingTo("0");
    }

    @Test
    void whatCountsDaysWithoutABalanceAddsUpAndNothingElse() {
        for (Kpi kpi : Kpi.values()) {
            boolean isOpen = kpi.measures().stream().anyMatch(measure -> measure.kind() == Measure.Kind.BALANCE);
            if (kpi.addsUp() && kpi != Kpi.QUOTA_ATTAINMENT) {
                assertThat(isOpen).as(kpi.id()).isFalse();
                assertThat(kpi.unit()).as(kpi.id()).isIn(Kpi.Unit.COUNT, Kpi.Unit.MONEY);
            }
        }
    }

    @Test
    void aTargetOverAPeriodIsBetterThanThePeriodBefore() {
        assertThat(of(period(Kpi.REVENUE, 11, 50, 9_999), KpiValue.whole(10_000, 1))
                        .improves())
                .isFalse();
        assertThat(of(period(Kpi.REVENUE, 11, 50, 0), KpiValue.whole(-5, 1)).improves())
                .isFalse();
        assertThat(of(period(Kpi.CALLS, 11, 50, 20), KpiValue.whole(10, 10)).begin())
                .isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @CsvSource({
        "0.60, 0.5, AHEAD",
        "0.59, 0.5, ON_TRACK",
        "0.40, 0.5, ON_TRACK",
        "0.39, 0.5, AT_RISK",
        "0.20, 0.5, AT_RISK",
        "0.19, 0.5, OFF_TRACK",
        "1.00, 1.0, AHEAD"
    })
    void aPaceIsMeasuredOnTheWholeWay(double fraction, double expected, Pace pace) {
        assertThat(Pace.of(fraction, expected)).isEqualTo(pace);
    }
}
