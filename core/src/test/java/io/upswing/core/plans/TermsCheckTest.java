package io.upswing.core.plans;

import static io.upswing.core.plans.PlanStory.action;
import static io.upswing.core.plans.PlanStory.epoch;
import static io.upswing.core.plans.PlanStory.goal;
import static io.upswing.core.plans.PlanStory.period;
import static io.upswing.core.plans.PlanStory.point;
import static io.upswing.core.plans.PlanStory.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.core.command.Decision;
import io.upswing.core.command.Rejection.Rule;
import io.upswing.core.kpi.Kpi;
import io.upswing.core.kpi.Measure;
import io.upswing.core.kpi.Window;
import io.upswing.core.plans.PlanTerms.ActionTerms;
import io.upswing.core.plans.PlanTerms.GoalTerms;
import io.upswing.core.plans.PlanTerms.Kind;
import io.upswing.core.time.Days;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which terms are agreed on: drafts of day 1, whose deadline is day 61 unless a test says otherwise. */
class TermsCheckTest {
    private final PlanStory story = new PlanStory();

    private Rule refused(PlanTerms terms) {
        return story.rejection(new PlanCommand.Draft("p", terms)).rule();
    }

    private void taken(PlanTerms terms) {
        assertThat(new PlanStory().commands(PlanStory.MANAGER, new PlanCommand.Draft("p", terms)))
                .isInstanceOf(Decision.Accepted.class);
    }

    private static PlanTerms of(List<GoalTerms> goals, List<ActionTerms> actions, int deadline, int rhythm) {
        return new PlanTerms(Optional.empty(), goals, actions, epoch(deadline), rhythm);
    }

    @ParameterizedTest
    @CsvSource({"2, true", "731, true", "1, false", "0, false", "732, false"})
    void aDeadlineIsAfterTodayAndWithinTwoYears(int deadline, boolean isTaken) {
        PlanTerms terms = of(List.of(goal()), List.of(), deadline, 0);

        if (isTaken) {
            taken(terms);
        } else {
            assertThat(refused(terms)).isEqualTo(Rule.OUT_OF_BOUNDS);
        }
    }

    @Test
    void aPlanHasOneToTenGoalsOfAnIdOfTheirOwn() {
        assertThat(refused(of(List.of(), List.of(), 61, 0))).isEqualTo(Rule.OUT_OF_BOUNDS);
        assertThat(refused(of(List.of(goal(), goal()), List.of(), 61, 0))).isEqualTo(Rule.OUT_OF_BOUNDS);
        assertThat(refused(of(Collections.nCopies(11, goal()), List.of(), 61, 0)))
                .isEqualTo(Rule.OUT_OF_BOUNDS);
    }

    @Test
    void aPlanHasUpTo50ActionsOfAnIdOfTheirOwn() {
        List<ActionTerms> many = IntStream.range(0, 51)
                .mapToObj(i -> action("a" + i, Kind.OTHER, 9))
                .toList();

        taken(terms(goal(), many.subList(0, 50).toArray(new ActionTerms[0])));
        assertThat(refused(terms(goal(), many.toArray(new ActionTerms[0])))).isEqualTo(Rule.OUT_OF_BOUNDS);
        assertThat(refused(terms(goal(), many.get(0), many.get(0)))).isEqualTo(Rule.OUT_OF_BOUNDS);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1 + 731})
    void anActionIsDueFromTodayOnWithinTwoYears(int due) {
        assertThat(refused(terms(goal(), action("a", Kind.OTHER, due)))).isEqualTo(Rule.OUT_OF_BOUNDS);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 91})
    void checkInsAreEvery90DaysAtLeast(int every) {
        assertThat(refused(of(List.of(goal()), List.of(), 61, every))).isEqualTo(Rule.OUT_OF_BOUNDS);
        taken(of(List.of(goal()), List.of(), 61, 90));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "-a", "a b", "a/b", "a|b", "ä"})
    void anIdIsOfLettersDigitsAndDashes(String id) {
        assertThat(refused(terms(goal(), action(id, Kind.OTHER, 9)))).isEqualTo(Rule.OUT_OF_BOUNDS);
        assertThat(refused(terms(goal(), action("x".repeat(65), Kind.OTHER, 9))))
                .isEqualTo(Rule.OUT_OF_BOUNDS);
        assertThat(story.rejection(new PlanCommand.Draft(id, terms(goal()))).detail())
                .contains("the plan");
        taken(terms(goal(), action("Call.review_2-" + "x".repeat(50), Kind.OTHER, 9)));
    }

    @Test
    void aWindowIsOneThatIsKept() {
        GoalTerms goal = new GoalTerms(
                "more",
                Kpi.REVENUE,
                new Timeframe.OfWindow(new Window.Rolling(31)),
                new Target.ChangeBy(BigDecimal.ONE),
                List.of());

        assertThat(refused(terms(goal))).isEqualTo(Rule.NO_SUCH_MEASURE);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 61, true",
        "-700, 29, true",
        "2, 62, false",
        "-9, 1, false",
        "9, 8, false",
        "-700, 30, false",
        "-2147400000, 20, false"
    })
    void aPeriodEndsAfterTodayAndByTheDeadline(int from, int to, boolean isTaken) {
        story.known.keptFrom(epoch(-2_000)).won(epoch(-720), 100);
        PlanTerms terms = terms(period(Kpi.REVENUE, from, to, 50_000));

        Decision<PlanEvent> decision = story.commands(PlanStory.MANAGER, new PlanCommand.Draft("p", terms));

        assertThat(decision instanceof Decision.Accepted).isEqualTo(isTaken);
    }

    @Test
    void theBaselineOfAPeriodIsThatOfAsManyDaysBeforeIt() {
        story.known.won(epoch(-40), 5_000).won(epoch(-51), 999);

        story.drafted(period(Kpi.REVENUE, 11, 60, 20_000));

        Baseline baseline = story.plan.goals().getFirst().baseline();
        assertThat(baseline.day()).isEqualTo(epoch(0));
        assertThat(baseline.value().numerator()).isEqualTo(15_000);
    }

    @Test
    void aPeriodBeforeWhichTheDaysAreNotKeptHasNoBaseline() {
        story.known.keptFrom(epoch(-10));

        assertThat(refused(terms(period(Kpi.REVENUE, 11, 60, 20_000)))).isEqualTo(Rule.NO_DATA);
    }

    @Test
    void countsOfActivitiesOverAPeriodHaveABaseline() {
        story.known.add(epoch(0), Measure.ACTIVITIES, 30).add(epoch(0), Measure.CALLS, 20);

        story.drafted(period(Kpi.CALLS, 1, 60, 40));

        assertThat(story.plan.goals().getFirst().baseline().value().numerator()).isEqualTo(20);
    }

    @Test
    void theAttainmentOfAQuotaIsThatOfThePeriodItself() {
        story.known
                .add("2026-02-01", Measure.QUOTA_MONTH, 20_000)
                .add("2026-03-01", Measure.QUOTA_MONTH, 5_000)
                .add("2026-01-01", Measure.QUOTA_QUARTER, 100_000);
        GoalTerms march = new GoalTerms(
                "more",
                Kpi.QUOTA_ATTAINMENT,
                new Timeframe.OfPeriod(epoch(0), epoch(30)),
                new Target.Value(BigDecimal.ONE),
                List.of());

        Figures.Evaluated figures =
                new Figures.Evaluated(story.known.on(epoch(0)).won(epoch(0), 5_000));

        assertThat(figures.value(march.kpi(), march.timeframe(), epoch(0)).value())
                .hasValue(0.2);
        assertThat(figures.value(march.kpi(), new Timeframe.OfPeriod(epoch(0), epoch(29)), epoch(0))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aGoalWithoutDataOrImprovementIsRefused() {
        GoalTerms faster = new GoalTerms(
                "faster",
                Kpi.CYCLE_MEAN,
                new Timeframe.OfWindow(new Window.Rolling(7)),
                new Target.Value(BigDecimal.ONE),
                List.of());

        assertThat(refused(terms(faster))).isEqualTo(Rule.NO_DATA);
        assertThat(refused(terms(goal(new Target.Value(BigDecimal.valueOf(10_000))))))
                .isEqualTo(Rule.NO_IMPROVEMENT);
        assertThat(refused(terms(period(Kpi.REVENUE, 1, 50, 9_000)))).isEqualTo(Rule.NO_IMPROVEMENT);
        assertThat(refused(terms(period(Kpi.DEALS_LOST, 1, 50, 3)))).isEqualTo(Rule.NO_SUCH_MEASURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+999999999", "1E-999999999", "1000000000000001", "1.0000000000000000000000000000000001"})
    void aTargetIsANumberThatCanBeWrittenOut(String target) {
        assertThat(refused(terms(goal(new Target.Value(new BigDecimal(target))))))
                .isEqualTo(Rule.OUT_OF_BOUNDS);
        assertThat(refused(terms(goal(new PlanTerms.Point(epoch(9), new BigDecimal(target))))))
                .isEqualTo(Rule.OUT_OF_BOUNDS);
    }

    @Test
    void milestonesAreInOrderAndOnTheWay() {
        assertThat(refused(terms(goal(point(1, 10_500))))).isEqualTo(Rule.OUT_OF_BOUNDS);
        assertThat(refused(terms(goal(point(61, 10_500))))).isEqualTo(Rule.OUT_OF_BOUNDS);
        assertThat(refused(terms(goal(point(9, 10_100), point(9, 10_200))))).isEqualTo(Rule.OUT_OF_BOUNDS);
        taken(terms(goal(point(2, 10_100), point(60, 10_200))));
    }

    private static GoalTerms with(Kpi kpi, String target, PlanTerms.Point... path) {
        return new GoalTerms(
                "g",
                kpi,
                new Timeframe.OfWindow(new Window.Rolling(90)),
                new Target.Value(new BigDecimal(target)),
                List.of(path));
    }

    @ParameterizedTest
    @CsvSource({
        "WIN_RATE, 80, false",
        "WIN_RATE, 1.5, false",
        "WIN_RATE, 1, true",
        "STALE_SHARE, -3, false",
        "STALE_SHARE, 0, true",
        "DEALS_WON, 30.5, false",
        "DEALS_WON, 30.0, true",
        "DEALS_LOST, -1, false",
        "CYCLE_MEAN, -1, false"
    })
    void aTargetIsANumberThatTheKpiCanComeTo(Kpi kpi, String target, boolean isTaken) {
        story.known
                .add(epoch(-3), Measure.DEALS_LOST, 1)
                .add(epoch(-3), Measure.OPEN_DEALS, 4)
                .add(epoch(-3), Measure.STALE_DEALS, 2)
                .add(epoch(-3), Measure.CYCLE_DAYS, 30);

        Decision<PlanEvent> decision =
                story.commands(PlanStory.MANAGER, new PlanCommand.Draft("p", terms(with(kpi, target))));

        assertThat(decision instanceof Decision.Accepted).isEqualTo(isTaken);
    }

    @Test
    void aChangeOfAShareThatIsMoreThanTheWholeIsRefused() {
        story.known.add(epoch(-3), Measure.DEALS_LOST, 1).add(epoch(-3), Measure.DEALS_WON, 2);
        GoalTerms twice = new GoalTerms(
                "g",
                Kpi.WIN_RATE,
                new Timeframe.OfWindow(new Window.Rolling(90)),
                new Target.ChangeBy(BigDecimal.ONE),
                List.of());

        assertThat(refused(terms(twice))).isEqualTo(Rule.OUT_OF_BOUNDS);
    }

    @ParameterizedTest
    @CsvSource({"9999, 11000", "10500, 12001", "11000, 10500"})
    void milestonesGoFromTheBaselineToTheTarget(long first, long second) {
        assertThat(refused(terms(goal(point(10, first), point(20, second))))).isEqualTo(Rule.OUT_OF_BOUNDS);
        taken(terms(goal(point(10, 10_000), point(20, 12_000))));
    }

    @Test
    void milestonesOfAPeriodThatIsAddedUpBeginAtNothing() {
        GoalTerms sum = period(Kpi.REVENUE, 1, 60, 20_000);

        taken(terms(new GoalTerms("more", sum.kpi(), sum.timeframe(), sum.target(), List.of(point(9, 500)))));
    }

    @Test
    void refusalsSpeakOfMoneyInItsCurrency() {
        story.known.won(epoch(-3), 1_890_600);

        assertThat(story.rejection(new PlanCommand.Draft("p", terms(goal(new Target.Value(BigDecimal.TEN)))))
                        .detail())
                .endsWith("starts, 19,006 EUR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mtd", "qtd"})
    void aChangeOverAPeriodToDateIsRefusedAndAValueIsNot(String window) {
        Timeframe toDate = new Timeframe.OfWindow(Window.parse(window, 1));
        story.known.won(epoch(0), 100).on(epoch(1));
        GoalTerms change = new GoalTerms("g", Kpi.REVENUE, toDate, new Target.ChangeBy(BigDecimal.ONE), List.of());
        GoalTerms value =
                new GoalTerms("g", Kpi.REVENUE, toDate, new Target.Value(BigDecimal.valueOf(50_000)), List.of());

        assertThat(refused(terms(change))).isEqualTo(Rule.NO_SUCH_MEASURE);
        story.drafted(value);
    }

    /** Day 31 is 1 April; a quota of February, March and April, and of both quarters. */
    @ParameterizedTest
    @CsvSource({
        "2026-04-01, 2026-04-30, 2026-04-10, 2026-03-31, 0.5",
        "2026-04-01, 2026-04-30, 2026-03-20, 2026-02-28, 0.25",
        "2026-04-01, 2026-06-30, 2026-04-10, 2026-03-31, 0.1"
    })
    void theBaselineOfAWholeMonthOrQuarterIsTheLastWholeOneBeforeIt(
            String from, String to, String eve, String day, double attainment) {
        story.known
                .add("2026-02-01", Measure.QUOTA_MONTH, 40_000)
                .add("2026-03-01", Measure.QUOTA_MONTH, -20_000)
                .add("2026-01-01", Measure.QUOTA_QUARTER, 200_000)
                .won(Days.of("2026-03-05"), 10_000)
                .on(Days.of(eve));
        GoalTerms goal = new GoalTerms(
                "g",
                Kpi.QUOTA_ATTAINMENT,
                new Timeframe.OfPeriod(Days.of(from), Days.of(to)),
                new Target.Value(BigDecimal.ONE),
                List.of());

        story.manager(new PlanCommand.Draft(
                "p", new PlanTerms(Optional.empty(), List.of(goal), List.of(), Days.of("2026-07-10"), 0)));

        Baseline baseline = story.plan.goals().getFirst().baseline();
        assertThat(baseline.day()).isEqualTo(Days.of(day));
        assertThat(baseline.value().value()).hasValue(attainment);
    }
}
